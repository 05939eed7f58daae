import type { CaseGuard } from '../../case/act';
import type { NamedPerson } from '../../kernel/input';

/** 移送规定 art. 5: a team of at least two reports to the head. */
export const twoProposers: CaseGuard<{ readonly proposers: readonly NamedPerson[] }> = {
  rule: 'SCT-05',
  check: ({ proposers }) =>
    new Set(proposers.map((each) => each.person)).size >= 2
      ? undefined
      : {
          message: {
            zh: '应由两名以上行政执法人员组成专案组核实并报告',
            en: 'At least two officers verify the matter and report to the head',
          },
          missing: [{ zh: '第二名执法人员', en: 'a second officer' }],
        },
};
