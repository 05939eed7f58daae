import { apl, dueDate, earliest, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';
import type { NamedPerson } from '../../kernel/input';

/** Working days after the notice in which a hearing may be asked for (行政处罚法 art. 64). */
const TO_ASK = 5;

export const hearingInTime: CaseGuard<{ readonly penaltyId: string; readonly requestedOn: string }> = {
  rule: 'APL-64',
  check: ({ penaltyId, requestedOn }, { state }) => {
    const { notice } = itemOf(state.penalties, penaltyId);
    if (notice === null) return undefined;
    if (!notice.hearingRight) return { message: { zh: '该案不属于应听证的范围', en: 'This case carries no right to a hearing' } };
    const last = dueDate(apl(TO_ASK), latest(notice.servedOn)).due;
    if (earliest(requestedOn) <= last) return undefined;

    return { message: { zh: `听证要求应于${last}前提出`, en: `A hearing had to be asked for by ${last}` } };
  },
};

/** Working days before the hearing on which its time and place are told. */
const BEFORE = 7;

export const toldInTime: CaseGuard<{ readonly heldOn: string; readonly toldOn: string }> = {
  rule: 'APL-64',
  check: ({ heldOn, toldOn }) => {
    const earliestDay = dueDate(apl(BEFORE), toldOn).due;
    if (heldOn >= earliestDay) return undefined;

    return {
      message: {
        zh: `应于听证七个工作日前通知，听证不得早于${earliestDay}`,
        en: `Told seven working days before: not before ${earliestDay}`,
      },
    };
  },
};

export const chairedByAnother: CaseGuard<{ readonly penaltyId: string; readonly chair: NamedPerson }> = {
  rule: 'APL-64',
  check: ({ penaltyId, chair }, { state }) => {
    const investigators = [...itemOf(state.penalties, penaltyId).officers, ...state.investigation.investigators];
    if (!investigators.some((each) => each.person === chair.person)) return undefined;

    return {
      weighty: true,
      message: { zh: '听证应由非本案调查人员主持', en: 'A hearing is chaired by a person who did not investigate the case' },
    };
  },
};
