import { hasAny, hasAll, madeOut } from '../classification';
import { eachFinding, isViolationFinding, named, says } from './each-finding';

/** A false flag or report and its effect, both: then evasive discharge; the act without the effect is none. */
export const evasiveDischarge = eachFinding({
  rule: 'R-047',
  weighty: true,
  message: {
    zh: '虚假标记或者谎报，并导致传输数据不能反映实际排放的，认定为“以逃避监管方式排放污染物”；行为与后果均须查实',
    en: 'A false flag or report that makes the transmitted data untrue is evasive discharge; act and effect are both established',
  },
  lacks: (finding) => {
    const falseWord = hasAny(finding, ['falseFlag', 'falseReport']);
    if (falseWord && hasAll(finding, ['dataNotReal'])) {
      return isViolationFinding(finding) && finding.violationClass !== 'evasiveDischarge' && finding.violationClass !== 'dataFraud'
        ? [{ zh: '应认定为“以逃避监管方式排放污染物”', en: 'the class evasiveDischarge' }]
        : [];
    }
    if (!says(finding, 'evasiveDischarge') || madeOut(finding, 'evasiveDischarge')) return [];

    return [
      falseWord
        ? named(['dataNotReal'])
        : { zh: '虚假标记、谎报等行为及其后果', en: 'the act (falseFlag, falseReport or another way of evasion) and its effect' },
    ];
  },
});
