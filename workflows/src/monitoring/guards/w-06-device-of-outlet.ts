import type { Guard } from '../../kernel/act';
import { partyOfOutlet } from '../outlet-id';

/** A result counts only from a device that is registered at this very outlet. */
export const deviceOfOutlet: Guard<{ readonly deviceMn: string }, unknown> = {
  rule: 'W-06',
  check: ({ deviceMn }, { registers, subject }) => {
    const party = registers.party(partyOfOutlet(subject));
    if (party.status === 'registered' && party.devices.some((each) => each.mn === deviceMn && each.outletId === subject)) return undefined;

    return {
      code: 'UNKNOWN_ID',
      message: { zh: `排放口${subject}未登记设备${deviceMn}`, en: `No device ${deviceMn} at outlet ${subject}` },
    };
  },
};
