import type { Guard } from '../../kernel/act';
import { levelOf } from '../../kernel/jurisdiction';

/** The quality of local enforcement monitoring is checked by the province. */
export const byTheProvince: Guard<unknown, unknown> = {
  rule: 'R-074',
  check: (_input, { actor }) =>
    levelOf(actor.jurisdiction) === 'province'
      ? undefined
      : {
          weighty: true,
          message: { zh: '执法监测质量由省级生态环境部门监督检查', en: 'The province checks the quality of local enforcement monitoring' },
        },
};
