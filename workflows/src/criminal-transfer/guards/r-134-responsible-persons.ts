import type { CaseGuard } from '../../case/act';

/** On suspected crime of data fraud the transfer names the responsible persons beside the unit. */
export const responsiblePersons: CaseGuard<{ readonly responsiblePersons: readonly string[] }> = {
  rule: 'R-134',
  check: ({ responsiblePersons: named }) =>
    named.length > 0
      ? undefined
      : {
          message: {
            zh: '移送应列明直接负责的主管人员和其他责任人',
            en: 'The transfer names the directly responsible manager and the other responsible persons',
          },
          missing: [{ zh: '责任人员名单', en: 'names of the responsible persons' }],
        },
};
