import type { CaseGuard } from '../../case/act';

const FILED = ['filed', 'forProsecution', 'prosecuted', 'judged'];

/** Order 29 art. 22: seized items go to the police once they have filed the case. */
export const policeHaveFiled: CaseGuard<{ readonly transferId: string }> = {
  rule: 'SDM-22',
  check: ({ transferId }, { state }) => {
    const transfer = state.transfers.find((each) => each.id === transferId);
    if (transfer !== undefined && FILED.includes(transfer.status)) return undefined;

    return {
      message: { zh: '公安机关立案后方可移交查封、扣押物品', en: 'Seized items are handed over once the police have filed the case' },
      missing: [{ zh: `${transferId} 的立案通知`, en: `filing notice of ${transferId}` }],
    };
  },
};
