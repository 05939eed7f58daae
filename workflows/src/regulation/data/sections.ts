import type { Text } from '../../kernel/text';
import type { RuleEntry } from '../rule';
import { automaticMonitoring } from './automatic-monitoring';
import { classification } from './classification';
import { closedLoop } from './closed-loop';
import { clues } from './clues';
import { creditDisclosure } from './credit-disclosure';
import { criminalTransfer } from './criminal-transfer';
import { enforcementMonitoring } from './enforcement-monitoring';
import { interference } from './interference';
import { jointOperations } from './joint-operations';
import { keyList } from './key-list';
import { labs } from './labs';
import { permitSupervision } from './permit-supervision';
import { plansPeople } from './plans-people';
import { publicParticipation } from './public-participation';
import { rectificationPenalty } from './rectification-penalty';
import { selfMonitoring } from './self-monitoring';

/** Parts of the product: what bears on a case, a party or a person; and the planning of supervision, which is another part. */
export const PARTS = {
  case: { zh: '案件、当事人与人员', en: 'cases, parties and persons' },
  supervision: {
    zh: '监督管理的计划、名录、许可与报送，属产品的另一部分',
    en: 'planning of supervision: inspections, lists, permits, filings; another part of the product',
  },
} as const satisfies Readonly<Record<string, Text>>;

export type Part = keyof typeof PARTS;

/** One section of the rules of the seeds; a rule belongs to the part of its section unless its entry says otherwise. */
export interface Section {
  readonly no: string;
  readonly title: Text;
  readonly part: Part;
  readonly rules: readonly RuleEntry[];
}

const section = (no: string, [zh, en]: readonly [string, string], part: Part, rules: readonly RuleEntry[]): Section => ({
  no,
  title: { zh, en },
  part,
  rules,
});

export const sections: readonly Section[] = [
  section('4.1', ['闭环管理与职责分工', 'Closed loop and division of duties'], 'case', closedLoop),
  section('4.2', ['自行监测及其监督', 'Self-monitoring and its supervision'], 'supervision', selfMonitoring),
  section('4.3', ['自动监测的安装联网', 'Automatic monitoring: who, by when, how kept'], 'supervision', automaticMonitoring),
  section('4.4', ['违法行为认定', 'Classification of violations'], 'case', classification),
  section('4.5', ['线索、异常与移交', 'Clues, anomalies and transfers'], 'case', clues),
  section('4.6', ['执法监测', 'Enforcement monitoring'], 'case', enforcementMonitoring),
  section('4.7', ['现场同步监测与执法', 'Joint operations and quotas'], 'supervision', jointOperations),
  section('4.8', ['名录、设施与运维', 'Key list, facility inventory, operators'], 'supervision', keyList),
  section('4.9', ['机构、人员与责任', 'Labs, staff, operators: duties and liability'], 'case', labs),
  section('4.10', ['整改与处罚', 'Rectification and penalties'], 'case', rectificationPenalty),
  section('4.11', ['涉嫌犯罪与治安案件移送', 'Criminal and security transfer'], 'case', criminalTransfer),
  section('4.12', ['干预留痕与问责', 'Interference and accountability'], 'case', interference),
  section('4.13', ['信用、联合惩戒与公开', 'Credit, joint punishment, disclosure'], 'case', creditDisclosure),
  section('4.14', ['公众参与、举报与奖励', 'Public participation, reports, rewards'], 'case', publicParticipation),
  section('4.15', ['排污许可监管', 'Permit supervision'], 'supervision', permitSupervision),
  section('4.16', ['计划、备案与人员', 'Plans, filings, people'], 'supervision', plansPeople),
];
