import type { z } from 'zod';
import { WHOLE, type Act, type Facts, type Guard, type Objection } from '../kernel/act';
import type { OfficialFunction } from '../kernel/codes';
import type { RegisterNeeds } from '../kernel/registers';
import type { RegisteredParty, PartyState } from '../party/state';
import type { PartySupervisionEvent } from './events';

type SupervisionAct<N extends string, I extends z.ZodObject> = Act<N, I, PartyState, PartySupervisionEvent>;

interface Spec<N extends string, I extends z.ZodObject> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by: readonly OfficialFunction[];
  readonly input: I;
  readonly basis: readonly string[];
  readonly target?: keyof z.output<I> & string;
  targets?(party: RegisteredParty): readonly string[];
  readonly outOfTurn?: Objection;
  needs?(input: z.output<I>): RegisterNeeds;
  readonly guards?: readonly Guard<z.output<I>, PartyState>[];
  events(input: z.output<I>, party: RegisteredParty, facts: Facts<PartyState>): readonly PartySupervisionEvent[];
}

const NOT_REGISTERED: Objection = {
  rule: 'W-06',
  code: 'UNKNOWN_ID',
  message: { zh: '当事人未登记', en: 'The party is not registered' },
};

/** An act of the authority on the file of a registered party. */
export const supervisionAct = <const N extends string, I extends z.ZodObject>(spec: Spec<N, I>): SupervisionAct<N, I> => ({
  name: spec.name,
  title: spec.title,
  by: spec.by,
  input: spec.input,
  basis: spec.basis,
  opens: false,
  target: spec.target ?? null,
  targets: (state) => (state.status === 'registered' ? (spec.targets?.(state) ?? WHOLE) : []),
  outOfTurn: (state) => (state.status === 'registered' ? (spec.outOfTurn ?? NOT_REGISTERED) : NOT_REGISTERED),
  needs: (input) => spec.needs?.(input) ?? {},
  guards: spec.guards ?? [],
  events: (input, facts) => (facts.state.status === 'registered' ? spec.events(input, facts.state, facts) : NOT_REGISTERED),
});
