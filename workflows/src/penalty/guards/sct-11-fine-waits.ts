import { itemOf, type CaseGuard } from '../../case/act';
import type { CriminalTransferStatus } from '../../criminal-transfer/machine';

const WITH_THE_POLICE: readonly CriminalTransferStatus[] = [
  'proposed',
  'approved',
  'sent',
  'received',
  'supplementing',
  'accepted',
  'filed',
  'passedOn',
  'reconsidering',
  'supervised',
  'forProsecution',
  'prosecuted',
];

/** No fine instead of, or ahead of, the criminal transfer of the same problem (移送规定 art. 11, 衔接办法 art. 16). */
const fineWaitsUnder = (rule: 'SCT-11' | 'CJL-16'): CaseGuard<{ readonly penaltyId: string }> => ({
  rule,
  check: ({ penaltyId }, { state }) => {
    const { problemIds } = itemOf(state.penalties, penaltyId);
    const transfer = state.transfers.find(
      (each) => WITH_THE_POLICE.includes(each.status) && each.problemIds.some((id) => problemIds.includes(id)),
    );
    if (transfer === undefined) return undefined;

    return {
      weighty: true,
      message: {
        zh: `同一问题已进入涉嫌犯罪移送（${transfer.id}），罚款决定应等待刑事处理结果`,
        en: `The same problem is with the police (${transfer.id}); the fine waits for the outcome`,
      },
      missing: [{ zh: '不予立案或刑事处理结果', en: 'declined filing, or the criminal outcome' }],
    };
  },
});

export const fineWaits = [fineWaitsUnder('SCT-11'), fineWaitsUnder('CJL-16')] as const;
