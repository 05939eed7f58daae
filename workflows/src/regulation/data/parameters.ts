import type { ParameterEntry } from '../parameter';

const everywhere = <const V extends ParameterEntry['value']>(value: V, rules: readonly string[], from = '2001-01-01') =>
  [{ area: '000000', from, to: null, value, rules }] as const;

/** Values per jurisdiction and day, each a line that a lawyer can read; a later value is a further line, never a change of one. */
export const parameterEntries = {
  /** Fine from which a legal person may ask for a hearing, yuan (办法 art. 89). */
  'hearing.largeFine': everywhere('200000', ['MEP-89', 'APL-63']),
  /** Fine from which a collective discussion is held, yuan (办法 art. 52, general knowledge). */
  'penalty.collectiveFine': everywhere('500000', ['APL-57']),
  /** Years after the end of the violation in which it can still be penalised: five where pollution or damage followed. */
  'penalty.timeBarYears': everywhere(5, ['APL-36', 'CODE-1054']),
  /** Days that the head, and then collective discussion, may add to the ninety (办法 art. 57, general knowledge). */
  'penalty.extensionDays': everywhere(30, ['MEP-57']),
} as const satisfies Readonly<Record<string, readonly ParameterEntry[]>>;
