import type { ParameterEntry } from '../parameter';

/** A threshold for 「及时」: a number of hours, days or working days, e.g. `{ area: '370800', …, value: '3 workingDay' }`. */
export type TimelyThreshold = ParameterEntry & { readonly value: `${number} ${'hour' | 'day' | 'workingDay'}` };

/**
 * What 「及时」 means at a place, by the id of the duty (O-10). The texts give no number, so none stands here:
 * the latency is measured and no day is missed until a place sets its own, as a line of its own with its first day.
 */
export const timelyThresholds: Readonly<Record<string, readonly TimelyThreshold[]>> = {};
