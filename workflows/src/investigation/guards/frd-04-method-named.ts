import type { FindingInput } from '../finding';
import { isFraud } from '../classification';
import { eachFinding, says } from './each-finding';

const fraud = (finding: FindingInput): boolean => isFraud(finding) || says(finding, 'dataFraud');

/** 环发〔2015〕175号 arts. 4 to 6: what was done is one of the listed ways. */
export const methodNamed = eachFinding({
  rule: 'FRD-04',
  message: {
    zh: '认定监测数据弄虚作假，应写明篡改、伪造或者指使的方式',
    en: 'A finding of data fraud names the way of tampering, forging or instructing',
  },
  lacks: (finding) =>
    fraud(finding) && (finding.methods ?? []).length === 0
      ? [{ zh: '弄虚作假方式代码（T、F、I）', en: 'code of the method (T, F or I)' }]
      : [],
});

/** 生态环境监测条例 art. 25, the present definition. */
export const formNamed = eachFinding({
  rule: 'MON-25',
  message: {
    zh: '认定监测数据弄虚作假，应写明监测条例第二十五条所列情形',
    en: 'A finding of data fraud names the form of article 25 of the monitoring regulation',
  },
  lacks: (finding) =>
    fraud(finding) && (finding.forms ?? []).length === 0
      ? [{ zh: '监测条例第二十五条的情形', en: 'form of falsification of article 25' }]
      : [],
});
