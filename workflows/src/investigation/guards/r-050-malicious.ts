import { established, hasAny, MALICIOUS_ACTS } from '../classification';
import { eachFinding, named } from './each-finding';

/** Malicious is one of the named acts, done in order to evade supervision: purpose and act are both established. */
export const maliceEstablished = eachFinding({
  rule: 'R-050',
  weighty: true,
  message: {
    zh: '认定恶意违法，须查实以逃避监管为目的及偷排偷放、弄虚作假或者故意不正常运行设施的行为',
    en: 'Malicious needs the purpose to evade supervision and one of the acts, both established',
  },
  lacks: (finding) => {
    if (!finding.malicious) return [];

    return [
      ...(established(finding).has('evasivePurpose') ? [] : [named(['evasivePurpose'])]),
      ...(hasAny(finding, MALICIOUS_ACTS)
        ? []
        : [
            {
              zh: '偷排偷放、数据弄虚作假或者故意不正常运行污染防治设施',
              en: 'covert discharge, data fraud or facilities not run normally',
            },
          ]),
    ];
  },
});
