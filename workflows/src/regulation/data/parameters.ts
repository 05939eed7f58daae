import type { ParameterEntry } from '../parameter';
import type { RuleMode } from '../rule';

const everywhere = <const V extends ParameterEntry['value']>(value: V, rules: readonly string[], from = '2001-01-01') =>
  [{ area: '000000', from, to: null, value, rules }] as const;

/** Values per jurisdiction and day, each a line that a lawyer can read; a later value is a further line, never a change of one. */
export const parameterEntries = {
  /** Whether a rule of a draft keeps an act from being done, or only warns (O-33). */
  'draft.mode': everywhere<RuleMode>('warn', ['O-33']),
  /** Fine from which a legal person may ask for a hearing, yuan (办法 art. 89). */
  'hearing.largeFine': everywhere('200000', ['MEP-89', 'APL-63']),
  /** The same for a citizen (办法 art. 89). */
  'hearing.largeFineOfCitizen': everywhere('5000', ['MEP-89', 'APL-63']),
  /** Fine from which a decision is reviewed in law first; the list of the 办法 art. 49 is general knowledge. */
  'penalty.reviewedFine': everywhere('200000', ['APL-58']),
  /** Fine from which a collective discussion is held, yuan (办法 art. 52, general knowledge). */
  'penalty.collectiveFine': everywhere('500000', ['APL-57']),
  /** Years of the time bar where no harm followed. */
  'penalty.shortTimeBarYears': everywhere(2, ['APL-36', 'CODE-1054']),
  /** Years after the end of the violation in which it can still be penalised: five where pollution or damage followed. */
  'penalty.timeBarYears': everywhere(5, ['APL-36', 'CODE-1054']),
  /** Days that the head, and then collective discussion, may add to the ninety (办法 art. 57, general knowledge). */
  'penalty.extensionDays': everywhere(30, ['MEP-57']),
  /** Days of the filing decision, from the receipt of the clue, and what the head may add (办法 art. 18). */
  'penalty.filingDays': everywhere(15, ['MEP-18'], '2023-07-01'),
  'penalty.filingExtensionDays': everywhere(15, ['MEP-18'], '2023-07-01'),
  /** Working days within which a penalty decision is made public (国办发〔2018〕118号, general knowledge; O-23). */
  'disclosure.penaltyWorkingDays': everywhere(7, ['APL-48', 'O-23'], '2018-12-05'),
  /** Reminders before the end of a limit: natural days, or hours for a limit in hours, at most half of the limit. */
  'clock.remindDaysBefore': everywhere(3, ['W-21']),
  'clock.remindHoursBefore': everywhere(6, ['W-21']),
  /** Natural days after a missed end at which it is told to the head, and then to the superior authority. */
  'clock.escalateDaysAfter': everywhere(['3', '15'], ['W-21', 'R-144']),
  /** What was over when it was put on record may be completed for so many hours before it counts as missed. */
  'clock.lateEntryHours': everywhere(24, ['W-21', 'O-27']),
} as const satisfies Readonly<Record<string, readonly ParameterEntry[]>>;
