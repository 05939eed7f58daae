import { dayOf } from '../../calendar';
import type { Guard } from '../../kernel/act';
import { parameterAt } from '../../regulation';
import { PLAN_OBJECTS, type PlanObject } from '../events';

interface Input {
  readonly object: PlanObject;
  readonly permitIssuedOn?: string | undefined;
  readonly verifiedOn: string;
}

/** Jilin verifies the plan in the permit, Jining the one in the application: `planVerification.object`. */
const objectUnder = (rule: 'R-007' | 'R-008'): Guard<Input, unknown> => ({
  rule,
  check: ({ object }, { jurisdiction, occurredAt }) => {
    const due = parameterAt('planVerification.object', { jurisdiction, on: dayOf(occurredAt) });
    if (due === undefined || due === object) return undefined;

    return {
      message: { zh: `此地合规性核查的对象为${PLAN_OBJECTS[due]}`, en: `Here the compliance verification looks at the plan in the ${due}` },
      missing: [{ zh: PLAN_OBJECTS[due], en: `the plan in the ${due}` }],
    };
  },
});

/** On the application materials means before the permit is issued. */
const beforeIssue: Guard<Input, unknown> = {
  rule: 'R-008',
  check: ({ permitIssuedOn, verifiedOn }) =>
    permitIssuedOn === undefined || verifiedOn < permitIssuedOn
      ? undefined
      : {
          message: {
            zh: '合规性核查应在排污许可证核发前针对申请材料开展',
            en: 'The verification is made on the application, before the permit is issued',
          },
        },
};

export const planObject = [objectUnder('R-007'), objectUnder('R-008'), beforeIssue] as const;
