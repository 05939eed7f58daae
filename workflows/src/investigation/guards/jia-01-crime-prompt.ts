import { dayOf, earliest, knownOr, latest } from '../../calendar';
import type { CaseFacts } from '../../case/act';
import type { Problem } from '../../problem/evolve';
import { CRIME_ACTS, hasAll, hasAny } from '../classification';
import type { FindingInput } from '../finding';
import { eachFinding } from './each-finding';

/** First day of the amended interpretation: from then on it speaks of units under key permit management only. */
const AMENDED = '2026-03-30';

/** Days between which the act was done, as far as that is known. */
const spanOf = ({ actedOn }: FindingInput, problem: Problem | undefined, { occurredAt }: CaseFacts): readonly [string, string] => {
  if (actedOn !== undefined) return [earliest(actedOn), latest(actedOn)];
  const found = knownOr(problem?.foundAt ?? occurredAt, occurredAt);
  const day = found.length > 10 ? dayOf(found) : found;

  return [earliest(day), latest(day)];
};

const isNamedUnit = (finding: FindingInput, facts: CaseFacts, problem: Problem | undefined): boolean => {
  const party = problem === undefined ? undefined : facts.registers.party(problem.partyId);
  if (party?.status !== 'registered') return false;
  const [first] = spanOf(finding, problem, facts);

  return party.keyPermitManagement || (party.keyEntity && first < AMENDED);
};

/** O-41: whether it is a crime is a human decision; where the interpretation names the case, the decision is owed with its reasons. */
export const crimePrompt = eachFinding({
  rule: 'JIA-01',
  weighty: true,
  message: {
    zh: '重点排污单位、实行排污许可重点管理的单位篡改、伪造自动监测数据或者干扰设施并排放污染物的，应就是否涉嫌犯罪作出判断并说明理由',
    en: 'A key unit that tampered with automatic data or disturbed the facility and discharged: say, with reasons, whether a crime is suspected',
  },
  lacks: (finding, facts, problem) =>
    finding.finding !== 'suspectedCrime' &&
    finding.crimeReasons === undefined &&
    (finding.tampering || hasAny(finding, CRIME_ACTS)) &&
    hasAll(finding, ['unlawfulDischarge']) &&
    isNamedUnit(finding, facts, problem)
      ? [{ zh: '是否涉嫌犯罪的理由', en: 'reasons why it is, or is not, suspected to be a crime' }]
      : [],
});
