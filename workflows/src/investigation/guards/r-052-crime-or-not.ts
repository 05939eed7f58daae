import { isFraud } from '../classification';
import { eachFinding, isViolationFinding } from './each-finding';

/** Verified tampering is either no crime yet (penalty and security transfer) or a suspected crime (criminal transfer). */
export const crimeOrNot = eachFinding({
  rule: 'R-052',
  weighty: true,
  message: {
    zh: '查实篡改、伪造监测数据的，应认定尚不构成犯罪（处罚并移送治安处罚）或者涉嫌犯罪（移送公安机关）',
    en: 'Verified tampering is classed as no crime yet or as suspected crime; each has its own mandatory transfer',
  },
  lacks: (finding) =>
    isFraud(finding) && !isViolationFinding(finding)
      ? [{ zh: '“违法”或者“涉嫌犯罪”的认定', en: 'a finding of a violation or of a suspected crime' }]
      : [],
});
