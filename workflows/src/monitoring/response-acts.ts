import { z } from 'zod';
import { WHOLE, type Act } from '../kernel/act';
import { date, enumOf, flag, id, list, moment, text } from '../kernel/input';
import { nextItemId } from '../kernel/step';
import { deviceOfOutlet } from './guards/w-06-device-of-outlet';
import { notWithoutSiteVisit } from './guards/r-062-not-without-site-visit';
import { recordedHere } from './guards/w-05-recorded-here';
import { ownOutlet } from './guards/w-10-own-outlet';
import { partyOfOutlet } from './outlet-id';
import { ANOMALY_KINDS, SUSPICION_RESPONSES, type OutletResponseEvent } from './response-events';
import type { OutletState } from './state';

type OutletAct<N extends string, I extends z.ZodObject> = Act<N, I, OutletState, OutletResponseEvent>;

const shared = {
  opens: false,
  outOfTurn: () => ({ rule: 'W-05', message: { zh: '该排放口没有此项记录', en: 'Nothing of the kind is open at this outlet' } }),
  needs: (_input: unknown, subject: string) => ({ parties: [partyOfOutlet(subject)] }),
} as const;

const suspicionIds = list(id('涉嫌记录编号', 'id of a recorded suspicion'), '相关的初步涉嫌记录', 'suspicions that it concerns');

const flagged = z.strictObject({
  deviceMn: id('设备唯一标识（MN）', 'device id (MN)'),
  kind: enumOf('AnomalyKind', ANOMALY_KINDS, { zh: '异常类别', en: 'kind of anomaly' }),
  cause: text('异常原因', 'cause', 2000),
  discoveredAt: moment('发现时间', 'when the entity found it'),
  from: moment('异常开始时间', 'since when it lasts'),
  suspicionIds: suspicionIds.optional(),
});

/** The entity reports an anomaly at once, by a data flag. */
export const flagAnomaly: OutletAct<'flagAnomaly', typeof flagged> = {
  ...shared,
  name: 'flagAnomaly',
  title: { zh: '数据标记', en: 'Flag abnormal data' },
  by: ['dischargingEntity'],
  input: flagged,
  basis: ['R-058'],
  target: null,
  targets: () => WHOLE,
  guards: [ownOutlet, deviceOfOutlet, recordedHere],
  events: ({ suspicionIds: concerned, ...input }, { state }) => [
    { type: 'AnomalyFlagged', payload: { flagId: nextItemId('flag', state.flags), ...input, suspicionIds: concerned ?? [] } },
  ],
};

const closed = z.strictObject({
  flagId: id('标记编号', 'id of the flag'),
  repairedAt: moment('修复时间', 'when it was repaired'),
  measures: text('检查修复情况', 'what was checked and repaired'),
});

export const closeAnomalyFlag: OutletAct<'closeAnomalyFlag', typeof closed> = {
  ...shared,
  name: 'closeAnomalyFlag',
  title: { zh: '修复并关闭数据标记', en: 'Close a data flag by the repair' },
  by: ['dischargingEntity'],
  input: closed,
  basis: ['R-059'],
  target: 'flagId',
  targets: (state) => state.flags.filter((each) => each.repairedAt === null).map((each) => each.id),
  guards: [ownOutlet],
  events: (input) => [{ type: 'AnomalyFlagClosed', payload: input }],
};

const comparison = z.strictObject({
  suspicionIds: suspicionIds.min(1, { error: '至少1项 / at least 1' }),
  testedOn: date('比对日期', 'tested on'),
  testedBy: text('比对监测单位', 'who tested', 120),
  passed: flag('是否合格', 'did the facility pass'),
  result: text('比对结果', 'result'),
});

export const recordAnomalyComparison: OutletAct<'recordAnomalyComparison', typeof comparison> = {
  ...shared,
  name: 'recordAnomalyComparison',
  title: { zh: '登记数据异常比对监测', en: 'Record the comparison test after an anomaly' },
  by: ['monitoringUnit', 'enforcementAgency'],
  input: comparison,
  basis: ['R-060'],
  target: null,
  targets: (state) => (state.suspicions.length > 0 ? WHOLE : []),
  guards: [recordedHere],
  events: (input, { state }) => [
    { type: 'AnomalyComparisonRecorded', payload: { testId: nextItemId('comparison', state.comparisons), ...input } },
  ],
};

const response = z.strictObject({
  suspicionId: id('涉嫌记录编号', 'id of the recorded suspicion'),
  response: enumOf('SuspicionResponse', SUSPICION_RESPONSES, { zh: '处置', en: 'what was done' }),
  content: text('处置情况', 'what was found and done'),
  siteInvestigatedOn: date('现场调查日期', 'day of the on-site investigation').optional(),
  caseId: id('案件编号', 'id of the case').optional(),
});

export const respondToSuspicion: OutletAct<'respondToSuspicion', typeof response> = {
  ...shared,
  name: 'respondToSuspicion',
  title: { zh: '登记异常超标处置', en: 'Record the response to an abnormal event' },
  by: ['enforcementAgency', 'monitoringControlCentre', 'monitoringUnit'],
  input: response,
  basis: ['R-019', 'R-061', 'R-062'],
  target: 'suspicionId',
  targets: (state) => state.suspicions.map((each) => each.suspicionId),
  guards: [
    notWithoutSiteVisit,
    {
      rule: 'R-019',
      check: ({ response: done, caseId }) =>
        done === 'caseOpened' && caseId === undefined
          ? {
              message: { zh: '已建案处理的，应填写案件编号', en: 'Where a case was opened, say which' },
              missing: [{ zh: '案件编号', en: 'id of the case' }],
            }
          : undefined,
    },
  ],
  events: ({ siteInvestigatedOn, caseId, ...input }) => [
    { type: 'SuspicionResponded', payload: { ...input, siteInvestigatedOn: siteInvestigatedOn ?? null, caseId: caseId ?? null } },
  ],
};

export const outletResponseActs = [flagAnomaly, closeAnomalyFlag, recordAnomalyComparison, respondToSuspicion] as const;
