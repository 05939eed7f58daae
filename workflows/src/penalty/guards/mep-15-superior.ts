import type { CaseGuard } from '../../case/act';
import { covers } from '../../kernel/jurisdiction';

const superiorUnder = (rule: 'MEP-15' | 'CODE-1072'): CaseGuard<unknown> => ({
  rule,
  check: (_input, { state, actor }) =>
    actor.jurisdiction !== state.jurisdiction && covers(actor.jurisdiction, state.jurisdiction)
      ? undefined
      : {
          weighty: true,
          message: { zh: '仅上级生态环境主管部门可以直接处罚', en: 'Only a superior authority decides in the place of the lower one' },
        },
});

/** 办法 arts. 15 and 86, code art. 1072: the superior, not the authority itself. */
export const fromTheSuperior = [superiorUnder('MEP-15'), superiorUnder('CODE-1072')] as const;
