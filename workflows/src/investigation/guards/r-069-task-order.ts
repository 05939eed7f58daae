import { unknownTask } from './unknown-task';
import type { CaseGuard } from '../../case/act';

interface Input {
  readonly taskOrderNo?: string | undefined;
  readonly taskId?: string | undefined;
}

/** Enforcement monitoring follows the legal procedure: no task order, no evidence. */
export const taskOrder: CaseGuard<Input> = {
  rule: 'R-069',
  check: ({ taskOrderNo }) =>
    taskOrderNo === undefined
      ? {
          message: { zh: '执法监测应有任务书', en: 'Enforcement monitoring rests on a task order' },
          missing: [{ zh: '执法监测任务书文号', en: 'number of the task order' }],
        }
      : undefined,
};

/** A report may only answer a task of this very case. */
export const knownTask: CaseGuard<Input> = { rule: 'W-05', check: ({ taskId }, { state }) => unknownTask(state, taskId) };
