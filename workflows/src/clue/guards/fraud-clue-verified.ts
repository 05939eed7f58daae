import type { CaseGuard } from '../../case/act';
import type { OfficialFunction } from '../../kernel/codes';

interface Input {
  readonly fraud: boolean;
  readonly verified: boolean;
  readonly to: { readonly function: OfficialFunction };
}

const OUTSIDE: readonly OfficialFunction[] = ['policeAuthority', 'procuratorate', 'disciplineInspection'];

/** One condition, two rules: Jilin's R-054 and Jining's R-055 let a fraud clue go outside only when it is verified. */
const verifiedUnder = (rule: 'R-054' | 'R-055'): CaseGuard<Input> => ({
  rule,
  check: ({ fraud, verified, to }) => {
    if (!fraud || verified || !OUTSIDE.includes(to.function)) return undefined;

    return {
      weighty: true,
      message: { zh: '弄虚作假线索须经查实后方可移交外部机关', en: 'A fraud clue goes outside only when it is verified' },
      missing: [{ zh: '查实认定', en: 'verification of the fact' }],
    };
  },
});

export const fraudClueVerified = [verifiedUnder('R-054'), verifiedUnder('R-055')] as const;
