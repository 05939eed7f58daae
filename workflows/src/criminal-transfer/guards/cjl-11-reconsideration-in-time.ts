import { cjl, dueDate, earliest, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

/** 衔接办法 art. 11: three working days of the notice. */
export const reconsiderationInTime: CaseGuard<{ readonly transferId: string; readonly appliedOn: string }> = {
  rule: 'CJL-11',
  check: ({ transferId, appliedOn }, { state }) => {
    const { declinedOn } = itemOf(state.transfers, transferId);
    if (declinedOn === null) return undefined;
    const { due } = dueDate(cjl.workingDays(3), latest(declinedOn));
    if (earliest(appliedOn) <= due) return undefined;

    return {
      message: {
        zh: `复议申请应于${due}前提出，可提请检察机关立案监督`,
        en: `The application was due by ${due}; supervision may still be proposed`,
      },
    };
  },
};
