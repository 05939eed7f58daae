import { field, owed, receiver, type ObligationRule, type Payload } from '../obligation/rule';
import { OUTCOME_ADDRESSEES } from './events';

const whole = () => 'clue';
const interviewed = (payload: Payload) => (payload['interview'] === null ? null : 'clue');
const afterInterview = (payload: Payload) => (payload['afterInterview'] === true ? Object.keys(OUTCOME_ADDRESSEES) : null);

const answer = (id: string, rule: string): ObligationRule => ({
  id,
  rule,
  duty: { zh: '对移送的违规线索作出受理或者退回的答复', en: 'answer a transferred discipline clue' },
  opens: { DisciplineClueTransferred: whole },
  owedBy: receiver,
  limit: () => null,
  confidential: true,
  discharges: { DisciplineClueAccepted: whole, DisciplineClueReturned: whole },
});

export const disciplineObligations: readonly ObligationRule[] = [
  answer('disciplineAnswer', 'R-159'),
  answer('disciplineAnswerSerious', 'R-162'),
  {
    id: 'sanctionRecommendation',
    rule: 'R-155',
    duty: { zh: '约谈后会同有关部门提出处分建议', en: 'recommend a sanction after the interview' },
    opens: { DisciplineClueTransferred: interviewed },
    owedBy: owed('authorityHead'),
    limit: () => null,
    discharges: { SanctionRecommended: whole, DisciplineClueReturned: whole },
  },
  {
    id: 'disciplineOutcomeReport',
    rule: 'R-156',
    duty: { zh: '将处理结果报告省厅、市委、市政府', en: 'report the outcome to province, Party committee and government' },
    opens: { DisciplineOutcomeDecided: afterInterview },
    owedBy: owed('authorityHead'),
    limit: () => null,
    discharges: { DisciplineOutcomeReported: field('addressee') },
  },
];
