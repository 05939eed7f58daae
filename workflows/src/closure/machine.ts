import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type ClosureStatus = 'applied' | 'approved' | 'notApproved' | 'ordered' | 'carriedOut' | 'revoked';

/** S3 四, 环境保护法 art. 60, code arts. 1102 and 1108: application, approval of the government, order. */
export const closureMachine = setup({
  types: {
    events: {} as { type: 'ClosureApproved' | 'ClosureNotApproved' | 'ClosureOrdered' | 'ClosureCarriedOut' | 'ClosureRevoked' },
  },
}).createMachine({
  id: 'closure',
  initial: 'applied',
  states: {
    applied: { on: { ClosureApproved: 'approved', ClosureNotApproved: 'notApproved' } },
    approved: { on: { ClosureOrdered: 'ordered' } },
    notApproved: {},
    ordered: { on: { ClosureCarriedOut: 'carriedOut', ClosureRevoked: 'revoked' } },
    carriedOut: { on: { ClosureRevoked: 'revoked' } },
    revoked: {},
  },
});

export const closureProcedure = procedureOf<ClosureStatus>(closureMachine);
