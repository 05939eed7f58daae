import { LiuhenError } from '../kernel/errors';
import type { NamedPerson } from '../kernel/input';
import { changeItem, stepOf } from '../kernel/step';
import type { InterferenceEvent } from './events';
import { interferenceProcedure, type InterferenceStatus } from './machine';

export interface StoredItem {
  readonly id: string;
  readonly digest: string;
  readonly keeper: NamedPerson;
}

export interface NonRecording {
  readonly id: string;
  readonly person: string;
  /** The second condition of R-152 is on file too. */
  readonly serious: boolean;
  readonly sanctioned: boolean;
}

export interface Suppression {
  readonly id: string;
  readonly leader: string | null;
}

export interface InterferenceFile {
  readonly status: InterferenceStatus;
  readonly caseId: string | null;
  readonly jurisdiction: string;
  readonly recordedBy: string;
  /** Person ids of everyone who leaned, told others to be silent or was found to have been silent, as far as they are known (O-46). */
  readonly named: readonly string[];
  readonly items: readonly StoredItem[];
  readonly nonRecordings: readonly NonRecording[];
  readonly suppressions: readonly Suppression[];
}

export type InterferenceState = { readonly status: 'none' } | InterferenceFile;

export const initialState: InterferenceState = { status: 'none' };

export type InterferenceFact = InterferenceEvent & { readonly actor: { readonly person: string } };

const step = stepOf(interferenceProcedure);

const known = (person: string | null): readonly string[] => (person === null ? [] : [person]);

const opened = ({ payload, actor }: Extract<InterferenceFact, { type: 'InterferenceRecorded' }>): InterferenceFile => ({
  status: interferenceProcedure.initial,
  caseId: payload.caseId,
  jurisdiction: payload.jurisdiction,
  recordedBy: actor.person,
  named: known(payload.official.person),
  items: [],
  nonRecordings: [],
  suppressions: [],
});

const grown = (file: InterferenceFile, fact: Exclude<InterferenceFact, { type: 'InterferenceRecorded' }>): InterferenceFile => {
  switch (fact.type) {
    case 'InterferenceMediumStored': {
      const { itemId: id, digest, keeper } = fact.payload;

      return { ...file, items: [...file.items, { id, digest, keeper }] };
    }
    case 'InterferenceMediumHandedOver':
      return { ...file, items: changeItem(file.items, fact.payload.itemId, (item) => ({ ...item, keeper: fact.payload.to })) };
    case 'NonRecordingFound': {
      const { nonRecordingId: id, person } = fact.payload;

      return {
        ...file,
        named: [...file.named, person.person],
        nonRecordings: [...file.nonRecordings, { id, person: person.person, serious: false, sanctioned: false }],
      };
    }
    case 'SeriousConsequenceFound':
      return {
        ...file,
        nonRecordings: changeItem(file.nonRecordings, fact.payload.nonRecordingId, (each) => ({ ...each, serious: true })),
      };
    case 'NonRecordingSanctioned':
      return {
        ...file,
        nonRecordings: changeItem(file.nonRecordings, fact.payload.nonRecordingId, (each) => ({ ...each, sanctioned: true })),
      };
    case 'RecordingSuppressed': {
      const { suppressionId: id, leader } = fact.payload;

      return {
        ...file,
        named: [...file.named, ...known(leader.person)],
        suppressions: [...file.suppressions, { id, leader: leader.person }],
      };
    }
    case 'InterferenceReportedUpward':
    case 'InterferenceFoundTrue':
    case 'InterferenceFoundUntrue':
    case 'AccountabilityActionRecorded':
    case 'RecorderProtected':
      return file;
  }
};

export const evolve = (state: InterferenceState, fact: InterferenceFact): InterferenceState => {
  if (fact.type === 'InterferenceRecorded') return opened(fact);
  if (state.status === 'none') throw new LiuhenError('UNLAWFUL_HISTORY', `${fact.type} before the record was made`);

  return { ...grown(state, fact), status: step(state.status, fact.type) };
};
