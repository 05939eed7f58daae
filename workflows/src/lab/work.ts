import { idsOf } from '../person/guards/r-122-not-banned';
import { namedPerson, type NamedPerson } from '../kernel/input';
import type { Registers } from '../kernel/registers';
import type { LabThen } from './record';

/** The four who answer for a number and its report. */
export const signatories = {
  sampler: namedPerson,
  analyst: namedPerson,
  reviewer: namedPerson,
  signatory: namedPerson,
} as const;

interface Signed {
  readonly sampler: NamedPerson;
  readonly analyst: NamedPerson;
  readonly reviewer: NamedPerson;
  readonly signatory: NamedPerson;
}

export const signedBy = ({ sampler, analyst, reviewer, signatory }: Signed) => ({ sampler, analyst, reviewer, signatory });

export const signerIds = (input: Signed): readonly string[] => idsOf(signedBy(input));

/** The lab as the register has it now; null for none, or for one that is not registered. */
export const labThen = (registers: Registers, id: string | undefined): LabThen | null => {
  const lab = id === undefined ? undefined : registers.party(id);
  if (id === undefined || lab?.status !== 'registered') return null;

  return { id, name: lab.name, head: lab.lab.head };
};
