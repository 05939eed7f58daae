/** Clocks of two machines may differ by this, seconds. */
export const SKEW = 30;
