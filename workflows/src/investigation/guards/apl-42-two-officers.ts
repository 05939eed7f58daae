import type { CaseGuard } from '../../case/act';
import type { NamedPerson } from '../../kernel/input';

/** 行政处罚法 art. 42: at least two officers with an enforcement certificate, counted by person. */
export const twoOfficers = <const K extends string>(field: K): CaseGuard<Readonly<Record<K, readonly NamedPerson[]>>> => ({
  rule: 'APL-42',
  check: (input) => {
    const certified = new Set(input[field].filter((each) => each.certificateNo !== undefined).map((each) => each.person));
    if (certified.size >= 2) return undefined;

    return {
      message: { zh: '执法人员不得少于两人，并应具有行政执法资格', en: 'At least two officers, each with an enforcement certificate' },
      missing: [{ zh: `尚缺持证执法人员${2 - certified.size}人`, en: `${2 - certified.size} more certified officer(s)` }],
    };
  },
});
