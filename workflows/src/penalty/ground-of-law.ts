import { earliest, latest, type PartialDate } from '../calendar';
import type { GroundOfLaw } from './events';

/** First day of the 生态环境法典; ten acts are repealed on it (art. 1242). */
const CODE = '2026-08-15';

const BEFORE = '违法行为发生时的法律';
const AFTER = '《生态环境法典》';

interface Days {
  readonly violatedOn: PartialDate;
  readonly decidedOn: PartialDate;
  /** The officers' comparison of both laws for this act, where both may apply. */
  readonly lighter: 'former' | 'code' | undefined;
}

/** Both laws may apply: the act was done under the former law and is decided under the code. */
export const bothMayApply = ({ violatedOn, decidedOn }: Pick<Days, 'violatedOn' | 'decidedOn'>): boolean =>
  earliest(violatedOn) < CODE && latest(decidedOn) >= CODE;

/**
 * Code art. 1057, 处罚法 art. 37: the law at the time of the act, unless the law at the time of the decision is lighter
 * or no longer calls the act a violation.
 */
export const groundOfLaw = ({ violatedOn, decidedOn, lighter }: Days): GroundOfLaw => {
  const days = { violatedOn, decidedOn };
  if (latest(decidedOn) < CODE) return { ...days, law: BEFORE, why: '行为与决定均在法典施行之前' };
  if (earliest(violatedOn) >= CODE) return { ...days, law: AFTER, why: '行为发生在法典施行之后' };
  if (lighter === 'code') return { ...days, law: AFTER, why: '决定时的法律处罚较轻或者不再认定违法，从轻适用（法典第1057条）' };

  return { ...days, law: BEFORE, why: '适用行为时的法律，决定时的法律并不更轻（法典第1057条）' };
};
