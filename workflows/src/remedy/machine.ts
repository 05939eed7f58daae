import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type RemedyStatus = 'applied' | 'accepted' | 'notAccepted' | 'decided' | 'filed' | 'firstInstance' | 'appealed' | 'final' | 'ended';

/** 行政复议法 2023, 行政诉讼法: an application or a suit to its last decision. A suit begins in `filed`. */
export const remedyMachine = setup({
  types: {
    events: {} as {
      type:
        | 'ReconsiderationAccepted'
        | 'ReconsiderationNotAccepted'
        | 'ReconsiderationDecided'
        | 'FirstInstanceDecided'
        | 'FirstInstanceTookEffect'
        | 'AppealLodged'
        | 'FinalJudgment'
        | 'ExecutionStayed'
        | 'RemedyEnded'
        | 'PublicationToWithdraw'
        | 'SuitFiled';
    },
  },
}).createMachine({
  id: 'remedy',
  initial: 'applied',
  states: {
    applied: {
      on: {
        SuitFiled: 'filed',
        ReconsiderationAccepted: 'accepted',
        ReconsiderationNotAccepted: 'notAccepted',
        ReconsiderationDecided: 'decided',
        ExecutionStayed: 'applied',
        RemedyEnded: 'ended',
      },
    },
    accepted: { on: { ReconsiderationDecided: 'decided', ExecutionStayed: 'accepted', RemedyEnded: 'ended' } },
    notAccepted: {},
    decided: { on: { PublicationToWithdraw: 'decided' } },
    filed: { on: { FirstInstanceDecided: 'firstInstance', ExecutionStayed: 'filed', RemedyEnded: 'ended' } },
    firstInstance: { on: { AppealLodged: 'appealed', FirstInstanceTookEffect: 'final' } },
    appealed: { on: { FinalJudgment: 'final', RemedyEnded: 'ended' } },
    final: { on: { PublicationToWithdraw: 'final' } },
    ended: {},
  },
});

export const remedyProcedure = procedureOf<RemedyStatus>(remedyMachine);
