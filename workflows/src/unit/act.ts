import type { z } from 'zod';
import { WHOLE, type Act, type Facts, type Guard } from '../kernel/act';
import type { OfficialFunction } from '../kernel/codes';
import type { UnitEvent } from './events';
import type { RegisteredUnit, UnitState } from './state';

export type UnitAct<N extends string, I extends z.ZodObject> = Act<N, I, UnitState, UnitEvent>;

interface Spec<N extends string, I extends z.ZodObject> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by: readonly OfficialFunction[];
  readonly input: I;
  readonly basis: readonly string[];
  readonly target?: keyof z.output<I> & string;
  /** Items that the act could take; absent for an act on the whole unit. */
  readonly targets?: (unit: RegisteredUnit) => readonly string[];
  readonly guards?: readonly Guard<z.output<I>, UnitState>[];
  readonly events: (input: z.output<I>, unit: RegisteredUnit, facts: Facts<UnitState>) => readonly UnitEvent[];
}

const NOT_REGISTERED = { rule: 'W-06', code: 'UNKNOWN_ID', message: { zh: '单位未登记', en: 'The unit is not registered' } } as const;
const NOTHING_OPEN = { rule: 'W-02', message: { zh: '没有可办的事项', en: 'There is nothing of the kind to act on' } } as const;

/** An act on a unit that stands in the register. */
export const unitAct = <const N extends string, I extends z.ZodObject>({
  events,
  guards = [],
  target,
  targets = () => WHOLE,
  ...spec
}: Spec<N, I>): UnitAct<N, I> => ({
  ...spec,
  opens: false,
  target: target ?? null,
  targets: (state) => (state.status === 'registered' ? targets(state) : []),
  outOfTurn: (state) => (state.status === 'registered' ? NOTHING_OPEN : NOT_REGISTERED),
  needs: () => ({}),
  guards,
  events: (input, facts) => (facts.state.status === 'registered' ? events(input, facts.state, facts) : NOT_REGISTERED),
});
