import type { MeasuredValue } from '../events';
import { isGood, type Finding, type Screening } from './screening';

/** Hours that a mean may stand without moving before it looks made; a screening default, no text gives a number. */
const CONSTANT_HOURS = 20;

const anomaly = ({ pollutant, avg }: MeasuredValue, screening: string): Finding => ({
  kind: 'dataAnomaly',
  pollutant,
  value: avg ?? null,
  limit: null,
  screening: `R-061 ${screening}`,
});

/** 数据异常: an hourly mean that stands still, a value over range (flag T), or a negative one. */
export const dataAnomaly: Screening = ({ period, values }, before) =>
  period !== 'hour'
    ? []
    : values.flatMap((value) => {
        const { pollutant, avg, flag } = value;
        if (flag === 'T') return [anomaly(value, `overRange(${pollutant}), flag T`)];
        if (avg === undefined || !isGood(value)) return [];
        if (avg.startsWith('-')) return [anomaly(value, `negative(${pollutant})=${avg}`)];
        const stood = before.constant[pollutant];
        const hours = stood?.value === avg ? stood.hours + 1 : 1;

        // Raised once, in the hour in which the series becomes suspicious.
        return hours === CONSTANT_HOURS ? [anomaly(value, `constant(${pollutant})=${avg} for ${hours} h`)] : [];
      });
