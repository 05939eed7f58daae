import type { CaseGuard } from '../../case/act';
import { isFraud } from '../../investigation/classification';
import type { LiableParty } from '../events';

interface Input {
  readonly problemIds: readonly string[];
  readonly joint: boolean;
  readonly liable: readonly LiableParty[];
}

/** A lab is held jointly liable with the others who are, on a fraud that was found; the others are named. */
const jointly = (rule: 'R-120' | 'CODE-1067'): CaseGuard<Input> => ({
  rule,
  check: ({ joint, liable, problemIds }, { state }) => {
    if (!joint) return undefined;
    const fraud = state.problems.some(({ id, finding }) => problemIds.includes(id) && finding !== null && isFraud(finding));
    if (fraud && liable.length > 1) return undefined;

    return {
      message: {
        zh: '监测机构弄虚作假负有责任的，与造成污染和破坏的其他责任者承担连带责任',
        en: 'A lab whose fraud bears responsibility is jointly liable with the others who polluted',
      },
      missing: [
        ...(fraud ? [] : [{ zh: '弄虚作假认定', en: 'a finding of fraud' }]),
        ...(liable.length > 1 ? [] : [{ zh: '其他责任者', en: 'the other liable parties' }]),
      ],
    };
  },
});

export const jointWithOthers = [jointly('R-120'), jointly('CODE-1067')] as const;
