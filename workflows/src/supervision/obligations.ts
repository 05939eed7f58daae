import { onTheDay } from '../calendar';
import { field, owed, type ObligationRule } from '../obligation/rule';

export const supervisionObligations: readonly ObligationRule[] = [
  {
    id: 'supervisionRound',
    rule: 'R-160',
    duty: { zh: '定期开展督查督办', en: 'hold the next round of supervision' },
    opens: { SupervisionOpened: field('nextOn'), SupervisionRoundHeld: field('nextOn') },
    discharges: { SupervisionRoundHeld: field('dueOn') },
    owedBy: owed('authorityHead'),
    limit: () => onTheDay,
    from: field('nextOn'),
  },
  {
    id: 'listedDuty',
    rule: 'R-163',
    duty: { zh: '按责任清单和时间表完成任务', en: 'carry out a duty of the list by its timetable' },
    opens: { DutyListed: field('dutyId') },
    discharges: { DutyCarriedOut: field('dutyId') },
    owedBy: owed('supervisionOffice'),
    limit: () => onTheDay,
    from: field('dueOn'),
  },
  ...(['R-154', 'R-161'] as const).map((rule): ObligationRule => ({
    id: rule === 'R-154' ? 'interviewOrder' : 'interviewOrderGansu',
    rule,
    duty: { zh: '完成公开约谈责成的查处和整改', en: 'carry out what a public interview ordered' },
    opens: { PublicInterviewHeld: field('interviewId') },
    discharges: { InterviewOrderCarriedOut: field('interviewId') },
    owedBy: owed('authorityHead'),
    limit: () => onTheDay,
    from: field('dueOn'),
  })),
];
