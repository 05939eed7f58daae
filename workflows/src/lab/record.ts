import type { z } from 'zod';
import { list, object, text, type NamedPerson } from '../kernel/input';

/** How a result came about, beside the four persons. */
export const work = object(
  'WorkRecordInput',
  {
    equipment: list(text('仪器设备编号或者名称', 'equipment', 200), '仪器设备', 'equipment').optional(),
    samples: list(text('样品编号', 'sample', 200), '样品', 'samples').optional(),
    referenceMaterial: list(text('标准物质', 'reference material', 200), '标准物质', 'reference material').optional(),
    method: text('方法', 'method', 300).optional(),
    conditions: text('环境条件、工况', 'conditions', 1000).optional(),
  },
  { zh: '监测活动记录', en: 'record of the monitoring activity' },
);

export type WorkRecord = z.output<typeof work>;

/** A lab as it stood when a result was put on record, with who headed it then. */
export interface LabThen {
  readonly id: string;
  readonly name: string;
  readonly head: NamedPerson | null;
}
