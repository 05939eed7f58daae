import * as law from '@liuhen/workflows';
import { PROCEDURES } from './diagram';

describe('the diagrams of a report', () => {
  it('know every procedure of the law', () => {
    const all = Object.entries(law).flatMap(([name, value]) => (name.endsWith('Procedure') ? [value] : []));

    expect(all.filter((procedure) => !(PROCEDURES as readonly unknown[]).includes(procedure))).toEqual([]);
    expect(PROCEDURES.length).toBe(new Set(PROCEDURES).size);
  });
});
