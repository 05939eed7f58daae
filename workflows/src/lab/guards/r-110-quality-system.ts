import type { Guard } from '../../kernel/act';
import { QUALITY_STAGES, type QualityStage } from '../events';

/** The quality system covers the whole way from siting to the report. */
export const wholeQualitySystem: Guard<{ readonly covers: readonly QualityStage[] }, unknown> = {
  rule: 'R-110',
  check: ({ covers }) => {
    const absent = (Object.keys(QUALITY_STAGES) as readonly QualityStage[]).filter((stage) => !covers.includes(stage));
    if (absent.length === 0) return undefined;

    return {
      message: { zh: '质量管理体系应覆盖监测全过程', en: 'The quality system covers the whole way from siting to the report' },
      missing: absent.map((stage) => ({ zh: QUALITY_STAGES[stage], en: stage })),
    };
  },
};
