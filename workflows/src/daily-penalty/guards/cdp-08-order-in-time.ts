import { dueDate, earliest, latest, orders2014 } from '../../calendar';
import type { CaseGuard } from '../../case/act';

/** Working days after the monitoring report in which the order to stop is served. */
const TO_ORDER = 3;

/** 按日计罚办法 art. 8: a late order stands all the same, so that it is only pointed out. */
export const orderInTime: CaseGuard<{ readonly servedOn: string; readonly monitoringReportOn?: string | undefined }> = {
  rule: 'CDP-08',
  check: ({ servedOn, monitoringReportOn }) => {
    if (monitoringReportOn === undefined) return undefined;
    const last = dueDate(orders2014.workingDays(TO_ORDER), latest(monitoringReportOn)).due;
    if (earliest(servedOn) <= last) return undefined;

    return {
      message: {
        zh: `责令改正决定书应于取得监测报告后三个工作日内（${last}前）送达`,
        en: `The order was to be served within three working days of the monitoring report, by ${last}`,
      },
    };
  },
};
