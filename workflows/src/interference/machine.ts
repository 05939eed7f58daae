import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type InterferenceStatus = 'recorded' | 'verified' | 'unfounded' | 'accountedFor';

/** What is put on file beside the ruling, at any time. */
type Beside =
  | 'InterferenceMediumStored'
  | 'InterferenceMediumHandedOver'
  | 'InterferenceReportedUpward'
  | 'NonRecordingFound'
  | 'SeriousConsequenceFound'
  | 'NonRecordingSanctioned'
  | 'RecordingSuppressed'
  | 'RecorderProtected';

const beside = <const S extends InterferenceStatus>(status: S): Readonly<Record<Beside, S>> => ({
  InterferenceMediumStored: status,
  InterferenceMediumHandedOver: status,
  InterferenceReportedUpward: status,
  NonRecordingFound: status,
  SeriousConsequenceFound: status,
  NonRecordingSanctioned: status,
  RecordingSuppressed: status,
  RecorderProtected: status,
});

export const interferenceMachine = setup({
  types: { events: {} as { type: 'InterferenceFoundTrue' | 'InterferenceFoundUntrue' | 'AccountabilityActionRecorded' | Beside } },
}).createMachine({
  id: 'interference',
  initial: 'recorded',
  states: {
    recorded: { on: { ...beside('recorded'), InterferenceFoundTrue: 'verified', InterferenceFoundUntrue: 'unfounded' } },
    verified: { on: { ...beside('verified'), AccountabilityActionRecorded: 'accountedFor' } },
    unfounded: { on: beside('unfounded') },
    accountedFor: { on: { ...beside('accountedFor'), AccountabilityActionRecorded: 'accountedFor' } },
  },
});

export const interferenceProcedure = procedureOf<InterferenceStatus>(interferenceMachine);
