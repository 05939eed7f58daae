import type { CaseFile } from '../../case/state';
import type { CaseGuard } from '../../case/act';

export interface CitesMalice {
  readonly citesMalice?: boolean | undefined;
}

/** a heavier measure that rests on malice needs a violation that was classed malicious. */
export const maliciousWhereCited = <I extends CitesMalice>(problemsOf: (input: I, file: CaseFile) => readonly string[]): CaseGuard<I> => ({
  rule: 'R-130',
  check: (input, { state }) => {
    const about = problemsOf(input, state);
    if (input.citesMalice !== true || state.problems.some(({ id, finding }) => about.includes(id) && finding?.malicious === true))
      return undefined;

    return {
      weighty: true,
      message: {
        zh: '未认定恶意违法的，不得以恶意违法为由从严采取措施',
        en: 'The measure cites malice, and no violation is classed malicious',
      },
      missing: [{ zh: '恶意违法认定', en: 'a finding that the violation is malicious' }],
    };
  },
});
