import { dayOf, earliest, UNKNOWN } from '../../calendar';
import type { Guard } from '../../kernel/act';

/** Day of a moment; of one that is known in part its first. */
const firstDay = (moment: string): string => (moment.length > 10 ? dayOf(moment) : earliest(moment));

interface Spec<I, S> {
  readonly labId: (input: I, state: S) => string | undefined;
  /** The days of the work: sampling, analysis, issue; of one that was never made known nothing is asked. */
  readonly days: (input: I) => readonly string[];
}

/** The results of a lab that had no valid certificate on a day of the work are refused. */
export const certifiedWhenWorked = <I, S>({ labId, days }: Spec<I, S>): Guard<I, S> => ({
  rule: 'R-109',
  check: (input, { state, registers }) => {
    const id = labId(input, state);
    const lab = id === undefined ? undefined : registers.party(id);
    if (lab?.status !== 'registered') return undefined;
    const without = [
      ...new Set(
        days(input)
          .filter((day) => day !== UNKNOWN)
          .map(firstDay),
      ),
    ].filter((day) => !lab.certificates.some((each) => each.validFrom <= day && day <= each.validTo));
    if (without.length === 0) return undefined;

    return {
      weighty: true,
      message: {
        zh: `${lab.name}在${without.join('、')}无有效资质认定证书，其监测结果不予采用`,
        en: `The lab had no valid certificate on ${without.join(', ')}; its results are refused`,
      },
      missing: without.map((day) => ({ zh: `${day}有效的资质认定证书`, en: `a certificate valid on ${day}` })),
    };
  },
});
