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
  /** Day of a quarter's first month by which the quarter before is published (R-168, O-06, O-07). */
  'jointOperation.disclosureDue': [{ area: '620000', from: '2018-04-20', to: '2018-12-31', value: 10, rules: ['R-168'] }],
  /** Channels through which public reports come in; where none is named any channel will do. */
  reportChannels: [
    { area: '220000', from: '2023-09-01', to: null, value: ['hotline12345', 'internet', 'letter', 'visit'], rules: ['R-178'] },
    {
      area: '220100',
      from: '2017-09-21',
      to: null,
      value: ['hotline12345', 'internet', 'letter', 'visit', 'hotline12369', 'hotline12365'],
      rules: ['R-178', 'R-181'],
    },
  ],
  /** The text that reward standard, conditions, way and procedure stand in (R-180, O-38). */
  'reportReward.standard': [
    { area: '220000', from: '2023-09-01', to: null, value: '吉林省生态环境违法行为有奖举报办法', rules: ['R-180'] },
  ],
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
  /** Source from which the closed loop starts, so that its order binds the problem (R-001, R-002; Gansu implied). */
  'loop.origins': [
    { area: '220000', from: '2023-07-19', to: null, value: ['enforcementMonitoring'], rules: ['R-001'] },
    { area: '370800', from: '2023-05-26', to: null, value: ['selfMonitoringCheck'], rules: ['R-002'] },
    { area: '620000', from: '2018-04-20', to: '2018-12-31', value: ['jointOperation'], rules: ['R-067'] },
  ],
  /** Outside bodies that a verified fraud clue may go to; Jilin's 「当地相关部门」 is read as these two (O-44). */
  'fraudClue.receivers': [
    { area: '220000', from: '2023-07-19', to: null, value: ['marketRegulator', 'policeAuthority'], rules: ['R-054', 'O-44'] },
    {
      area: '220100',
      from: '2023-07-19',
      to: null,
      value: ['marketRegulator', 'policeAuthority', 'procuratorate'],
      rules: ['R-054', 'R-138'],
    },
    { area: '370800', from: '2023-05-26', to: null, value: ['marketRegulator', 'policeAuthority'], rules: ['R-055'] },
    { area: '620000', from: '2018-04-20', to: '2018-12-31', value: ['marketRegulator', 'policeAuthority'], rules: ['R-093'] },
  ],
  /** What the monitoring unit verifies: the plan in the permit, or the one in the application for it. */
  'planVerification.object': [
    { area: '220000', from: '2023-07-19', to: null, value: 'permit', rules: ['R-007'] },
    { area: '370800', from: '2023-05-26', to: null, value: 'application', rules: ['R-008'] },
  ],
  /** The provincial platform that shows suspicions about a lab. */
  'lab.suspicionPlatform': [
    { area: '220000', from: '2023-07-19', to: null, value: '吉林省社会化环境监测机构管理平台', rules: ['R-057'] },
    { area: '370800', from: '2023-05-26', to: null, value: '山东省社会生态环境监测机构监测质量管理信息服务平台', rules: ['R-057'] },
  ],
  /** Days before the task order on which a self-monitoring contract still counts as a conflict (O-16). */
  'enforcementMonitoring.labConflictLookBackDays': everywhere(0, ['R-077', 'O-16']),
} as const satisfies Readonly<Record<string, readonly ParameterEntry[]>>;
