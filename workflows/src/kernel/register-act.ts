import type { z } from 'zod';
import { WHOLE, type Act, type Facts, type Guard, type Objection } from './act';
import type { DomainEvent } from './event';
import type { Procedure } from './machine';
import type { RegisterNeeds } from './registers';

/** A file that was never opened. */
export interface Vacant {
  readonly status: 'none';
}

interface Opening<N extends string, I extends z.ZodObject, S, E extends DomainEvent> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by: Act['by'];
  readonly input: I;
  readonly basis: readonly string[];
  readonly guards?: readonly Guard<z.output<I>, S>[];
  needs?(input: z.output<I>): RegisterNeeds;
  events(input: z.output<I>, facts: Facts<S>): readonly E[] | Objection;
}

interface Step<N extends string, I extends z.ZodObject, F, E extends DomainEvent> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by: Act['by'];
  readonly input: I;
  readonly basis: readonly string[];
  /** The event that the procedure has to foresee now. */
  readonly event: E['type'];
  /** Input field that names one of several items, with the items that it can be done on. */
  readonly target?: keyof z.output<I> & string;
  targets?(file: F): readonly string[];
  readonly outOfTurn?: Objection;
  readonly guards?: readonly Guard<z.output<I>, F>[];
  needs?(input: z.output<I>, file: F): RegisterNeeds;
  events(input: z.output<I>, facts: Facts<F>): readonly E[] | Objection;
}

interface Aside<N extends string, I extends z.ZodObject, F, E extends DomainEvent> extends Pick<
  Step<N, I, F, E>,
  'name' | 'title' | 'by' | 'input' | 'basis' | 'guards' | 'events'
> {
  /** Is there anything to do it on? */
  on(file: F): boolean;
  readonly outOfTurn: Objection;
}

interface Register<F extends { readonly status: string }> {
  readonly procedure: Procedure<F['status']>;
  /** Said where the file was never opened, or does not stand at this step. */
  readonly notTheStep: Act['title'];
  bars?(facts: Facts<F>): Objection | undefined;
}

/** Acts on a file of its own that is no case (discipline, public report, credit): one that opens it, and its steps along one procedure. */
export const registerActs = <F extends { readonly status: string }, E extends DomainEvent>(register: Register<F>) => {
  type S = Vacant | F;
  const isFile = (state: S): state is F => state.status !== 'none';
  const notTheStep: Objection = { rule: 'W-02', message: register.notTheStep };
  const bars = (facts: Facts<S>): Objection | undefined =>
    isFile(facts.state) ? register.bars?.({ ...facts, state: facts.state }) : undefined;

  const onFile = <I>(guards: readonly Guard<I, F>[]): readonly Guard<I, S>[] =>
    guards.map((guard) => ({
      ...guard,
      check: (input, facts) => (isFile(facts.state) ? guard.check(input, { ...facts, state: facts.state }) : undefined),
    }));

  const opening = <const N extends string, I extends z.ZodObject>(spec: Opening<N, I, S, E>): Act<N, I, S, E> => ({
    ...spec,
    opens: true,
    target: null,
    targets: (state) => (isFile(state) ? [] : WHOLE),
    outOfTurn: () => ({ rule: 'W-02', message: { zh: '该记录已建立', en: 'The record exists already' } }),
    needs: (input) => spec.needs?.(input) ?? {},
    guards: spec.guards ?? [],
  });

  const step = <const N extends string, I extends z.ZodObject>(spec: Step<N, I, F, E>): Act<N, I, S, E> => ({
    name: spec.name,
    title: spec.title,
    by: spec.by,
    input: spec.input,
    basis: spec.basis,
    opens: false,
    bars,
    target: spec.target ?? null,
    targets: (state) => {
      if (!isFile(state) || register.procedure.next(state.status, spec.event) === undefined) return [];

      return spec.targets?.(state) ?? WHOLE;
    },
    outOfTurn: () => spec.outOfTurn ?? notTheStep,
    needs: (input, _subject, state) => (isFile(state) ? (spec.needs?.(input, state) ?? {}) : {}),
    guards: onFile(spec.guards ?? []),
    events: (input, facts) => (isFile(facts.state) ? spec.events(input, { ...facts, state: facts.state }) : notTheStep),
  });

  /** An act on the file, at whatever step it stands, that moves it nowhere. */
  const aside = <const N extends string, I extends z.ZodObject>(spec: Aside<N, I, F, E>): Act<N, I, S, E> => ({
    name: spec.name,
    title: spec.title,
    by: spec.by,
    input: spec.input,
    basis: spec.basis,
    opens: false,
    bars,
    target: null,
    targets: (state) => (isFile(state) && spec.on(state) ? WHOLE : []),
    outOfTurn: () => spec.outOfTurn,
    needs: () => ({}),
    guards: onFile(spec.guards ?? []),
    events: (input, facts) => (isFile(facts.state) ? spec.events(input, { ...facts, state: facts.state }) : notTheStep),
  });

  return { opening, step, aside };
};
