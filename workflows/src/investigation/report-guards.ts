import type { CaseFile } from '../case/state';
import type { Registers } from '../kernel/registers';
import { certifiedWhenWorked } from '../lab/guards/r-109-certified-when-worked';
import { recordOfTheWork } from '../lab/guards/r-111-record-of-the-work';
import type { LabThen, WorkRecord } from '../lab/record';
import { labThen, signedBy } from '../lab/work';
import type { NamedPerson } from '../kernel/input';
import { notBanned } from '../person/guards/r-122-not-banned';

interface Report {
  readonly labId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly sampledAt: string;
  readonly issuedOn: string;
  readonly sampler: NamedPerson;
  readonly analyst: NamedPerson;
  readonly reviewer: NamedPerson;
  readonly signatory: NamedPerson;
  readonly work?: WorkRecord | undefined;
}

/** The lab that a report names, or that its task was given to. */
export const labOf = ({ labId, taskId }: Pick<Report, 'labId' | 'taskId'>, file: CaseFile): string | undefined =>
  labId ?? file.investigation.tasks.find((task) => task.id === taskId)?.labId ?? undefined;

export const labsOf = (input: Pick<Report, 'labId' | 'taskId'>, file: CaseFile): readonly string[] => {
  const lab = labOf(input, file);

  return lab === undefined ? [] : [lab];
};

/** Lab and head, who answer for its data beside the four signatories. */
export const answerable = (lab: string | undefined, registers: Registers): { readonly lab?: LabThen } => {
  const then = labThen(registers, lab);

  return then === null ? {} : { lab: then };
};

/** A commissioned lab keeps the record of its work; the authority's own station shows it by its report. */
const workOfALab = (rule: 'R-111' | 'MON-33') => {
  const guard = recordOfTheWork(rule);

  return {
    rule,
    check: (input: Report, facts: Parameters<typeof guard.check>[1] & { readonly state: CaseFile }) =>
      labOf(input, facts.state) === undefined ? undefined : guard.check(input, facts),
  };
};

/** What a report has to meet beside its standard and task: certificate, persons free to work, record of the work. */
export const reportGuards = [
  certifiedWhenWorked<Report, CaseFile>({ labId: labOf, days: ({ sampledAt, issuedOn }) => [sampledAt, issuedOn] }),
  ...notBanned<Report, CaseFile>({ named: signedBy, day: ({ sampledAt }) => sampledAt }),
  workOfALab('R-111'),
  workOfALab('MON-33'),
] as const;
