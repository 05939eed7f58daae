import fc from 'fast-check';
import { restOfSlot } from './evenly';

describe('the answer that there is no such id', () => {
  it('comes at the end of a slot, the same one for whatever work fits into it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1_000, noNaN: true }), (spent) => {
        const at = spent + restOfSlot(spent);

        expect(restOfSlot(spent)).toBeGreaterThan(0);
        expect(Math.abs(at / 20 - Math.round(at / 20))).toBeLessThan(1e-9);
      }),
    );
    expect([0, 0.5, 7, 19.9].map((spent) => spent + restOfSlot(spent))).toEqual([20, 20, 20, 20]);
  });
});
