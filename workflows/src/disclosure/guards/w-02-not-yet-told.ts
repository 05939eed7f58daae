import type { CaseGuard } from '../../case/act';
import type { CreditReceiver } from '../events';
import { pushedTo } from '../evolve';

/** each of the two is told once. */
export const notYetTold: CaseGuard<{ readonly penaltyId: string; readonly to?: readonly CreditReceiver[] | undefined }> = {
  rule: 'W-02',
  check: ({ penaltyId, to = [] }, { state }) => {
    const told = to.filter((receiver) => pushedTo(state.disclosures, penaltyId).includes(receiver));

    return told.length === 0
      ? undefined
      : { message: { zh: '该平台已推送过此处罚信息', en: 'This platform was told of the penalty already' } };
  },
};
