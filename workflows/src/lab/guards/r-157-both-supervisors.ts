import type { Guard } from '../../kernel/act';
import type { Supervisor } from '../events';

/** Every lab has a named supervisor of environment and one of quality supervision. */
export const bothSupervisors: Guard<{ readonly quality?: Supervisor | undefined }, unknown> = {
  rule: 'R-157',
  check: ({ quality }) =>
    quality === undefined
      ? {
          message: {
            zh: '生态环境、质量技术监督部门各自承担监管责任，应分别明确监管责任人',
            en: 'Environment and quality supervision each name who answers for the supervision of the lab',
          },
          missing: [{ zh: '质量技术监督部门监管责任人', en: 'the supervisor of quality supervision' }],
        }
      : undefined,
};
