import { dayOf } from '../../calendar';
import type { CaseGuard } from '../../case/act';

const certified = (rule: 'R-076' | 'R-109'): CaseGuard<{ readonly labId: string }> => ({
  rule,
  check: ({ labId }, { registers, occurredAt }) => {
    const lab = registers.party(labId);
    if (lab.status === 'unknown') {
      return { code: 'UNKNOWN_ID', message: { zh: `未登记的监测机构：${labId}`, en: `No such lab: ${labId}` } };
    }
    const day = dayOf(occurredAt);
    if (lab.certificates.some((each) => each.validFrom <= day && day <= each.validTo)) return undefined;

    return {
      weighty: true,
      message: { zh: `${lab.name}当日无有效检验检测机构资质认定证书`, en: 'The lab has no valid certificate on the day of the work' },
      missing: [{ zh: '有效的资质认定证书', en: 'a certificate valid on that day' }],
    };
  },
});

/** No valid certificate, no assignment: R-109 (Changchun), and within the "full certification" of R-076. */
export const validCertificate = [certified('R-109'), certified('R-076')] as const;
