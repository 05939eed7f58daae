import type { Guard } from '../../kernel/act';
import type { LabInspectionState } from '../state';

/** The pool holds labs of the register, each of them a lab. */
export const registeredLabs: Guard<{ readonly labPool: readonly string[] }, LabInspectionState> = {
  rule: 'W-06',
  check: ({ labPool }, { registers }) => {
    const others = labPool.filter((id) => {
      const party = registers.party(id);

      return party.status === 'unknown' || party.kind !== 'thirdPartyLab';
    });
    if (others.length === 0) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: `名录中不是已登记的监测机构：${others.join('、')}`, en: `Not a registered lab: ${others.join(', ')}` },
    };
  },
};
