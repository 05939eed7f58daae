/** An outlet's id is its party's id, a dot, and a number. */
export const partyOfOutlet = (outletId: string): string => outletId.slice(0, Math.max(outletId.lastIndexOf('.'), 0));
