import Big from 'big.js';
import type { MonitoringReport } from '../evolve';
import type { FindingInput } from '../finding';
import { eachFinding } from './each-finding';

const within = ({ values }: MonitoringReport): boolean => {
  const limited = values.flatMap(({ value, limit }) => (limit === null ? [] : [{ value, limit }]));

  return limited.length > 0 && limited.every(({ value, limit }) => new Big(value).lte(limit));
};

const onAutomaticDataOnly = ({ elements = [] }: FindingInput): boolean =>
  elements.some(({ element, evidence }) => element === 'limitExceeded' && evidence.every((pointer) => pointer.kind === 'suspicion'));

/** For the same period, on-site monitoring to standard prevails over automatic data that differ from it. */
export const onSitePrevails = eachFinding({
  rule: 'MEP-30',
  message: {
    zh: '同一时段现场监测数据与自动监测数据不一致的，以现场监测数据为准；现场监测未超标，不得仅凭自动监测数据认定超标',
    en: 'On-site monitoring prevails over differing automatic data; it shows no exceedance here',
  },
  lacks: (finding, { state }) =>
    onAutomaticDataOnly(finding) && state.investigation.reports.some(within)
      ? [{ zh: '显示超标的现场监测报告', en: 'an on-site monitoring report that shows the exceedance' }]
      : [],
});
