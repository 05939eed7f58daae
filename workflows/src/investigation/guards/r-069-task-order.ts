import type { Text } from '../../kernel/text';
import { unknownTask } from './unknown-task';
import type { CaseGuard } from '../../case/act';
import type { RecordChain } from '../monitoring-events';

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

const LINKS = {
  sampling: { zh: '采样记录', en: 'sampling record' },
  handOver: { zh: '样品交接记录', en: 'record of the hand-over of the samples' },
  analysis: { zh: '分析原始记录', en: 'raw record of the analysis' },
} as const satisfies Readonly<Record<keyof RecordChain, Text>>;

const LINK_KEYS = Object.keys(LINKS) as readonly (keyof RecordChain)[];

/** Staff are named by the report's own form; the chain of records has to be whole. */
export const chainOfRecords: CaseGuard<{ readonly records?: Partial<Record<keyof RecordChain, string | undefined>> | undefined }> = {
  rule: 'R-069',
  check: ({ records = {} }) => {
    const missing = LINK_KEYS.filter((key) => records[key] === undefined).map((key) => LINKS[key]);
    if (missing.length === 0) return undefined;

    return {
      message: { zh: '监测记录链不完整，结果不得作为证据', en: 'Without the whole chain of records the result is no evidence' },
      missing,
    };
  },
};

/** A report may only answer a task of this very case. */
export const knownTask: CaseGuard<Input> = { rule: 'W-05', check: ({ taskId }, { state }) => unknownTask(state, taskId) };
