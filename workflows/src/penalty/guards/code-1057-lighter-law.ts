import { dayOf, knownOr } from '../../calendar';
import { itemOf, type CaseGuard } from '../../case/act';
import { bothMayApply } from '../ground-of-law';

interface Input {
  readonly penaltyId: string;
  readonly decidedOn: string;
  readonly lighterLaw?: 'former' | 'code' | undefined;
}

/** Code art. 1057: an act of before, decided after, is judged by the lighter of both laws; which one that is, is said. */
export const lawCompared: CaseGuard<Input> = {
  rule: 'CODE-1057',
  check: ({ penaltyId, decidedOn: said, lighterLaw }, { state, occurredAt }) => {
    const decidedOn = knownOr(said, dayOf(occurredAt));
    const { violatedOn } = itemOf(state.penalties, penaltyId);
    if (violatedOn === null || lighterLaw !== undefined || !bothMayApply({ violatedOn, decidedOn })) return undefined;

    return {
      message: {
        zh: '行为发生在法典施行之前、决定在其后，应比较新旧法律并说明较轻者',
        en: 'The act was done before the code and is decided under it: say which law is the lighter one',
      },
      missing: [{ zh: '较轻的法律', en: 'which law is lighter' }],
    };
  },
};
