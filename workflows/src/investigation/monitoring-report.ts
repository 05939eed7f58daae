import { enumOf, list, object, text } from '../kernel/input';
import { SPOT_DIMENSIONS, SPOT_PERIODS, type RecordChain } from './monitoring-events';

/** Numbers of the records from the outlet to the report. */
export const recordChain = object(
  'RecordChainInput',
  {
    sampling: text('采样记录编号', 'number of the sampling record', 120).optional(),
    handOver: text('样品交接记录编号', 'number of the record of the hand-over of the samples', 120).optional(),
    analysis: text('分析原始记录编号', 'number of the raw record of the analysis', 120).optional(),
  },
  { zh: '监测记录链', en: 'chain of records' },
);

/** What a spot measurement was about. */
export const spotMeasurement = object(
  'SpotMeasurementInput',
  {
    dimensions: list(
      enumOf('SpotDimension', SPOT_DIMENSIONS, { zh: '抽测内容', en: 'what was measured' }),
      '抽测内容',
      'what was measured',
      {
        min: 1,
      },
    ),
    period: enumOf('SpotPeriod', SPOT_PERIODS, { zh: '时段', en: 'period' }),
  },
  { zh: '抽测', en: 'spot measurement' },
);

/** A chain with a missing link is kept nowhere but in the evidence files: only a whole one makes a result traceable. */
export const wholeChain = (records: Partial<Record<keyof RecordChain, string | undefined>> = {}): { readonly records?: RecordChain } => {
  const { sampling, handOver, analysis } = records;
  if (sampling === undefined || handOver === undefined || analysis === undefined) return {};

  return { records: { sampling, handOver, analysis } };
};
