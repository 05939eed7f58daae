/** How an instrument counts: what a bare number of days means in it, and whether a last day on a holiday moves on. */
export type TimeUnit = 'hour' | 'day' | 'workingDay' | 'month' | 'year';

/** A time limit is a number with the counting rule of its instrument, never a bare number (national-law.md 3.5). */
export interface TimeLimit {
  readonly count: number;
  readonly unit: TimeUnit;
  /** A last day that is no working day moves to the next one. */
  readonly rollOver: boolean;
  /** The counting rule, as it is quoted in the explanation, e.g. `行政处罚法 art. 85`. */
  readonly regime: string;
}

const limit = (count: number, unit: TimeUnit, regime: string, rollOver = true): TimeLimit => ({ count, unit, rollOver, regime });

const SHORT = [2, 3, 5, 7];

/** 行政处罚法 art. 85: two, three, five and seven days are working days, every other number is natural days. */
export const apl = (days: number): TimeLimit => limit(days, SHORT.includes(days) ? 'workingDay' : 'day', '行政处罚法第85条');

/** 生态环境行政处罚办法 art. 90: three, five and seven days are working days. */
export const mep = (days: number): TimeLimit => limit(days, [3, 5, 7].includes(days) ? 'workingDay' : 'day', '生态环境行政处罚办法第90条');

/** 环境行政处罚办法 (2010): natural days and months, working days where written. */
export const formerMeasure = {
  workingDays: (count: number): TimeLimit => limit(count, 'workingDay', '环境行政处罚办法（2010）'),
  months: (count: number): TimeLimit => limit(count, 'month', '环境行政处罚办法（2010）'),
} as const;

/** 环环监〔2017〕17号 art. 38: natural days unless the clause says working days. */
export const cjl = {
  days: (count: number): TimeLimit => limit(count, 'day', '衔接工作办法第38条'),
  workingDays: (count: number): TimeLimit => limit(count, 'workingDay', '衔接工作办法第38条'),
  hours: (count: number): TimeLimit => limit(count, 'hour', '衔接工作办法第38条', false),
  months: (count: number): TimeLimit => limit(count, 'month', '衔接工作办法第38条'),
} as const;

/** 公治〔2014〕853号 art. 19: all periods are working days. */
export const detention = (days: number): TimeLimit => limit(days, 'workingDay', '移送适用行政拘留暂行办法第19条');

/** Orders 28, 29 and 30 of 2014 have no counting clause: natural days, working days where written. */
export const orders2014 = {
  days: (count: number): TimeLimit => limit(count, 'day', '环境保护主管部门办法（2014）'),
  workingDays: (count: number): TimeLimit => limit(count, 'workingDay', '环境保护主管部门办法（2014）'),
  hours: (count: number): TimeLimit => limit(count, 'hour', '环境保护主管部门办法（2014）', false),
  months: (count: number): TimeLimit => limit(count, 'month', '环境保护主管部门办法（2014）'),
} as const;

/** 民法典 arts. 201–203: remedies and local rules that say nothing else. */
export const civil = {
  days: (count: number): TimeLimit => limit(count, 'day', '民法典第201至203条'),
  workingDays: (count: number): TimeLimit => limit(count, 'workingDay', '民法典第201至203条'),
  months: (count: number): TimeLimit => limit(count, 'month', '民法典第201至203条'),
  years: (count: number): TimeLimit => limit(count, 'year', '民法典第201至203条'),
} as const;

/** A day named by a document itself: in time until its end, never moved (O-06). */
export const onTheDay: TimeLimit = limit(0, 'day', '文书载明日期', false);
