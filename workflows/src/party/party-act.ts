import type { z } from 'zod';
import { WHOLE, type Act, type Facts, type Guard, type Objection } from '../kernel/act';
import type { PartyEvent } from './events';
import type { PartyState, RegisteredParty } from './state';

export type PartyAct<N extends string, I extends z.ZodObject> = Act<N, I, PartyState, PartyEvent>;

interface Spec<N extends string, I extends z.ZodObject> {
  readonly name: N;
  readonly title: Act['title'];
  /** By default the registrar. */
  readonly by?: Act['by'];
  readonly input: I;
  readonly basis?: readonly string[];
  readonly guards?: readonly Guard<z.output<I>, PartyState>[];
  readonly target?: keyof z.output<I> & string;
  /** Items that the act can be done on; by default the party itself. */
  readonly items?: (party: RegisteredParty) => readonly string[];
  readonly outOfTurn?: Objection;
  readonly needs?: PartyAct<N, I>['needs'];
  readonly events: (input: z.output<I>, party: RegisteredParty, facts: Facts<PartyState>) => readonly PartyEvent[] | Objection;
}

const UNREGISTERED: Objection = {
  rule: 'W-06',
  code: 'UNKNOWN_ID',
  message: { zh: '当事人未登记', en: 'The party is not registered' },
};

const NO_ITEM: Objection = { rule: 'W-02', message: { zh: '没有处于该环节的事项', en: 'There is no such item at this step' } };

/** An act on a party that stands in the register. */
export const partyAct = <const N extends string, I extends z.ZodObject>({ items, outOfTurn, ...spec }: Spec<N, I>): PartyAct<N, I> => ({
  name: spec.name,
  title: spec.title,
  by: spec.by ?? ['registrar'],
  input: spec.input,
  basis: ['W-06', ...(spec.basis ?? [])],
  opens: false,
  target: spec.target ?? null,
  targets: (state) => (state.status === 'registered' ? (items?.(state) ?? WHOLE) : []),
  outOfTurn: (state) => (state.status === 'unknown' ? UNREGISTERED : (outOfTurn ?? NO_ITEM)),
  needs: spec.needs ?? (() => ({})),
  guards: spec.guards ?? [],
  events: (input, facts) => (facts.state.status === 'registered' ? spec.events(input, facts.state, facts) : UNREGISTERED),
});
