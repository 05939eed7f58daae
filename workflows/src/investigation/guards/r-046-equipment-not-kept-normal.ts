import { established, hasAll, madeOut } from '../classification';
import type { Element } from '../elements';
import type { FindingInput } from '../finding';
import { eachFinding, isViolationFinding, named, says } from './each-finding';

const BOTH = ['comparisonFailed', 'operationNotToStandard'] as const satisfies readonly Element[];

/** O-17: it is the enforcement agency that verifies how the equipment was run, on an inspection record. */
const verifiedOnSite = ({ elements = [] }: FindingInput): boolean =>
  elements.some(
    ({ element, evidence }) => element === 'operationNotToStandard' && evidence.some((pointer) => pointer.kind === 'inspection'),
  );

const lacking = (finding: FindingInput) => BOTH.filter((element) => !established(finding).has(element));

/** A failed comparison test and operation verified as not to standard, both: then this class, and not on either alone. */
export const equipmentNotKeptNormal = eachFinding({
  rule: 'R-046',
  weighty: true,
  message: {
    zh: '比对不合格且经核实未按标准规范运维的，认定为“未保证自动监测设备正常运行”；仅有其一不得认定',
    en: 'A failed comparison test and operation verified as not to standard together give the class; either alone does not',
  },
  lacks: (finding) => {
    if (hasAll(finding, BOTH)) {
      if (!verifiedOnSite(finding)) {
        return [{ zh: '核实未按标准规范运维的现场检查记录', en: 'inspection record that verifies how the equipment was run' }];
      }

      return isViolationFinding(finding) && finding.violationClass !== 'equipmentNotKeptNormal' && !madeOut(finding, 'evasiveDischarge')
        ? [{ zh: '应认定为“未保证自动监测设备正常运行”', en: 'the class equipmentNotKeptNormal' }]
        : [];
    }

    return says(finding, 'equipmentNotKeptNormal') && !madeOut(finding, 'equipmentNotKeptNormal') ? [named(lacking(finding))] : [];
  },
});
