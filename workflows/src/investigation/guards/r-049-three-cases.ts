import { hasAny, MUST_PENALISE } from '../classification';
import { eachFinding } from './each-finding';

/** Reasons invented, deferral without manual monitoring, equipment not at the main outlet: a violation of its own class. */
export const threeCases = eachFinding({
  rule: 'R-049',
  weighty: true,
  message: {
    zh: '编造理由不安装、暂缓安装未手工监测、设备未安装在主要排污口的，依法处罚并限期整改，不得作其他认定',
    en: 'Each of the three cases is penalised and put under a time limit; no other finding is open',
  },
  lacks: (finding) => {
    const one = hasAny(finding, MUST_PENALISE);
    if (one && finding.finding !== 'violation' && finding.finding !== 'suspectedCrime') {
      return [{ zh: '违法认定（应予处罚并限期整改）', en: 'a finding of a violation' }];
    }

    return one && finding.violationClass !== 'automaticMonitoringBreach' && finding.violationClass !== 'evasiveDischarge'
      ? [{ zh: '应认定为“未按规定安装、使用自动监测设备”', en: 'the class automaticMonitoringBreach' }]
      : [];
  },
});
