import { setup } from 'xstate';
import { procedureOf } from '../kernel/machine';

export type CreditStatus = 'recorded' | 'applied' | 'accepted' | 'repaired' | 'expired' | 'revoked';

export const creditMachine = setup({
  types: {
    events: {} as {
      type:
        | 'JointPunishmentRecorded'
        | 'JointPunishmentEnded'
        | 'CreditRepairApplied'
        | 'CreditRepairAccepted'
        | 'CreditRepairRefused'
        | 'CreditRepaired'
        | 'CreditPublicationExpired'
        | 'CreditBreachRevoked';
    },
  },
}).createMachine({
  id: 'credit',
  initial: 'recorded',
  states: {
    recorded: {
      on: {
        JointPunishmentRecorded: 'recorded',
        JointPunishmentEnded: 'recorded',
        CreditRepairApplied: 'applied',
        CreditPublicationExpired: 'expired',
        CreditBreachRevoked: 'revoked',
      },
    },
    applied: {
      on: {
        JointPunishmentEnded: 'applied',
        CreditRepairAccepted: 'accepted',
        CreditRepairRefused: 'recorded',
        CreditPublicationExpired: 'expired',
        CreditBreachRevoked: 'revoked',
      },
    },
    accepted: {
      on: {
        JointPunishmentEnded: 'accepted',
        CreditRepairRefused: 'recorded',
        CreditRepaired: 'repaired',
        CreditPublicationExpired: 'expired',
        CreditBreachRevoked: 'revoked',
      },
    },
    repaired: { on: { JointPunishmentEnded: 'repaired', CreditBreachRevoked: 'revoked' } },
    expired: { on: { JointPunishmentEnded: 'expired', CreditBreachRevoked: 'revoked' } },
    revoked: { on: { JointPunishmentEnded: 'revoked' } },
  },
});

export const creditProcedure = procedureOf<CreditStatus>(creditMachine);
