import type { Guard } from '../../kernel/act';
import type { WorkRecord } from '../record';

const PARTS = {
  equipment: ['仪器设备', 'equipment'],
  samples: ['样品', 'samples'],
  referenceMaterial: ['标准物质', 'reference material'],
  method: ['方法', 'method'],
  conditions: ['环境条件', 'conditions'],
} as const;

/** The record of an activity covers people, equipment, samples and reference material, method and conditions, end to end. */
export const recordOfTheWork = (rule: 'R-111' | 'MON-33'): Guard<{ readonly work?: WorkRecord | undefined }, unknown> => ({
  rule,
  check: ({ work }) => {
    const absent = (Object.keys(PARTS) as readonly (keyof typeof PARTS)[]).filter((part) => {
      const said = work?.[part];

      return said === undefined || said.length === 0;
    });
    if (absent.length === 0) return undefined;

    return {
      message: { zh: '全过程监测记录应完整、可溯', en: 'The record of the monitoring is complete and can be traced end to end' },
      missing: absent.map((part) => ({ zh: PARTS[part][0], en: PARTS[part][1] })),
    };
  },
});
