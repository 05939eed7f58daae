import type { Guard } from '../../kernel/act';
import type { Text } from '../../kernel/text';
import type { CreditFile } from '../evolve';
import { monthsAfter, periodOf } from '../period';

interface Input {
  readonly appliedOn: string;
  readonly dutyFulfilled: boolean;
  readonly commitment: boolean;
}

const lacking = ({ appliedOn, dutyFulfilled, commitment }: Input, { documentDate, breachClass }: CreditFile): readonly Text[] => {
  const from = monthsAfter(documentDate, periodOf(breachClass).least);

  return [
    ...(appliedOn < from ? [{ zh: `最短公示期届满（${from}）`, en: `minimum period, until ${from}` }] : []),
    ...(dutyFulfilled ? [] : [{ zh: '履行行政处罚义务', en: 'duty fulfilled' }]),
    ...(commitment ? [] : [{ zh: '信用承诺', en: 'commitment' }]),
  ];
};

/** 信用修复 needs all three: the minimum period passed, the duty fulfilled, a commitment. */
export const repairConditions: Guard<Input, CreditFile> = {
  rule: 'CRM-02',
  check: (input, { state }) => {
    const missing = lacking(input, state);

    return missing.length === 0
      ? undefined
      : { message: { zh: '不符合信用修复条件', en: 'The conditions of credit repair are not met' }, missing };
  },
};
