import Big from 'big.js';
import { isGood, type Screening } from './screening';

/** 日均值超标: a daily mean above the day limit of the outlet, on unflagged or normal data only. */
export const dailyMeanExceedance: Screening = ({ period, values }, _before, limits) =>
  period !== 'day'
    ? []
    : values.filter(isGood).flatMap(({ pollutant, avg }) =>
        limits
          .filter((limit) => limit.period === 'day' && limit.pollutant === pollutant)
          .filter((limit) => avg !== undefined && new Big(avg).gt(limit.limit))
          .map((limit) => ({
            kind: 'dailyMeanExceedance' as const,
            pollutant,
            value: avg ?? null,
            limit,
            screening: `R-048 dailyMean(${pollutant})=${avg ?? ''} > ${limit.limit} ${limit.unit} [${limit.standard}]`,
          })),
      );
