import type { Guard } from '../../kernel/act';

/** A result without its national standard or technical specification is no evidence. */
export const standardNamed: Guard<{ readonly standard?: string | undefined }, unknown> = {
  rule: 'R-037',
  check: ({ standard }) =>
    standard === undefined
      ? {
          message: { zh: '监测结果应注明所依据的国家监测标准规范', en: 'A result names the national standard it was made under' },
          missing: [{ zh: '监测标准或技术规范', en: 'standard or technical specification' }],
        }
      : undefined,
};
