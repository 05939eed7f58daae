import type { Guard } from '../../kernel/act';
import type { Text } from '../../kernel/text';

interface Input {
  readonly alone: boolean;
  readonly jointWith?: readonly string[] | undefined;
  readonly process?: string | undefined;
  readonly sampleKeeping?: string | undefined;
  readonly analysis?: string | undefined;
}

const LINKS = {
  process: { zh: '监测活动过程的检查情况', en: 'finding on the monitoring process' },
  sampleKeeping: { zh: '样品保存的检查情况', en: 'finding on the keeping of samples' },
  analysis: { zh: '分析化验的检查情况', en: 'finding on the analysis' },
} as const satisfies Readonly<Record<string, Text>>;

const LINK_KEYS = Object.keys(LINKS) as readonly (keyof typeof LINKS)[];

/** A check looks at all three links of the chain, and says whether it was made alone or with whom. */
export const wholeCheck: Guard<Input, unknown> = {
  rule: 'R-056',
  check: (input) => {
    const withoutFinding = LINK_KEYS.filter((key) => input[key] === undefined).map((key) => LINKS[key]);
    const contradicts = input.alone === (input.jointWith ?? []).length > 0;
    if (withoutFinding.length === 0 && !contradicts) return undefined;

    return {
      message: {
        zh: '检查应覆盖监测活动过程、样品保存、分析化验，并说明单独或者会同何部门开展',
        en: 'A check has findings on process, sample keeping and analysis, and says whether it was made alone or with whom',
      },
      missing: [
        ...withoutFinding,
        ...(contradicts ? [{ zh: '单独开展，或者会同开展的部门', en: 'that it was made alone, or the departments it was made with' }] : []),
      ],
    };
  },
};
