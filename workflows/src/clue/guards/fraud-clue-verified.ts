import { dayOf } from '../../calendar';
import type { CaseGuard } from '../../case/act';
import { FUNCTIONS, type OfficialFunction } from '../../kernel/codes';
import { parameterAt } from '../../regulation';

interface Input {
  readonly fraud: boolean;
  readonly verified: boolean;
  readonly to: { readonly function: OfficialFunction };
}

const WITHIN: readonly OfficialFunction[] = [
  'monitoringUnit',
  'monitoringControlCentre',
  'permitDepartment',
  'enforcementAgency',
  'legalReviewer',
  'authorityHead',
];

/** One condition, two rules: Jilin's R-054 and Jining's R-055 let a fraud clue go outside only when it is verified. */
const verifiedUnder = (rule: 'R-054' | 'R-055'): CaseGuard<Input> => ({
  rule,
  check: ({ fraud, verified, to }) => {
    if (!fraud || verified || WITHIN.includes(to.function)) return undefined;

    return {
      weighty: true,
      message: { zh: '弄虚作假线索须经查实后方可移交外部机关', en: 'A fraud clue goes outside only when it is verified' },
      missing: [{ zh: '查实认定', en: 'verification of the fact' }],
    };
  },
});

/** And only to the bodies that the place names: `fraudClue.receivers`. */
const namedReceiver = (rule: 'R-054' | 'R-055'): CaseGuard<Input> => ({
  rule,
  check: ({ fraud, to }, { jurisdiction, occurredAt }) => {
    const receivers: readonly OfficialFunction[] = parameterAt('fraudClue.receivers', { jurisdiction, on: dayOf(occurredAt) }) ?? [];
    if (!fraud || WITHIN.includes(to.function) || receivers.length === 0 || receivers.includes(to.function)) return undefined;

    return {
      weighty: true,
      message: {
        zh: `弄虚作假线索只能移交${receivers.map((each) => FUNCTIONS[each]).join('或')}，不得移交${FUNCTIONS[to.function]}`,
        en: `A fraud clue goes to ${receivers.join(' or ')} only, not to ${to.function}`,
      },
      missing: receivers.map((each) => ({ zh: FUNCTIONS[each], en: each })),
    };
  },
});

export const fraudClueVerified = [verifiedUnder('R-054'), verifiedUnder('R-055'), namedReceiver('R-054'), namedReceiver('R-055')] as const;
