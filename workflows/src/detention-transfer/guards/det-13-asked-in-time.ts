import { dueDate, detention, earliest, latest } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';

/** Working days after the acceptance in which the police ask for a supplement. */
const TO_ASK = 3;

/** 公治〔2014〕853号 art. 13: what is asked for later is asked all the same, so that it is only pointed out. */
export const askedInTime: CaseGuard<{ readonly detentionId: string; readonly on: string }> = {
  rule: 'DET-13',
  check: ({ detentionId, on }, { state }) => {
    const { receivedOn } = itemOf(state.detentionTransfers, detentionId);
    if (receivedOn === null) return undefined;
    const { due } = dueDate(detention(TO_ASK), latest(receivedOn));
    if (earliest(on) <= due) return undefined;

    return {
      message: { zh: `要求补充材料应于受理后三个工作日内（${due}前）提出`, en: `A supplement was to be asked for by ${due}` },
    };
  },
};
