import { itemOf, type CaseGuard } from '../../case/act';

/** Compensation for ecological damage is consulted on first; a suit follows when that fails or is not kept to. */
export const consultedFirst: CaseGuard<{ readonly claimId: string }> = {
  rule: 'CODE-1073',
  check: ({ claimId }, { state }) => {
    const { kind, status } = itemOf(state.liabilityClaims, claimId);
    if (kind !== 'damageCompensation' || status !== 'entered') return undefined;

    return {
      message: {
        zh: '生态环境损害赔偿应先行磋商，磋商未达成一致的方可起诉',
        en: 'Compensation for ecological damage is consulted on first; a suit follows when that fails',
      },
      missing: [{ zh: '磋商记录', en: 'record of the consultation' }],
    };
  },
};
