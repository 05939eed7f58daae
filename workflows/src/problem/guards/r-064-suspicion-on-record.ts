import type { Guard } from '../../kernel/act';

interface Input {
  readonly source: string;
  readonly outletId?: string | undefined;
  readonly suspicionIds?: readonly string[] | undefined;
}

/** A problem said to come from automatic data rests on a suspicion that the screening recorded. */
export const suspicionOnRecord: Guard<Input, unknown> = {
  rule: 'R-064',
  check: ({ source, outletId, suspicionIds = [] }, { registers }) => {
    if (source !== 'automaticData' && suspicionIds.length === 0) return undefined;
    const known = outletId === undefined ? [] : registers.outlet(outletId).suspicions.map((each) => each.suspicionId);
    const missing = suspicionIds.filter((each) => !known.includes(each));
    if (suspicionIds.length > 0 && missing.length === 0) return undefined;

    return {
      message: {
        zh: '自动监测数据线索须引用该排放口已登记的初步涉嫌记录',
        en: 'A problem from automatic data must cite a suspicion recorded at that outlet',
      },
      missing: (missing.length > 0 ? missing : ['suspicionIds']).map((each) => ({ zh: `未登记：${each}`, en: `not on record: ${each}` })),
    };
  },
};
