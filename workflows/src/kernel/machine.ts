import { getNextTransitions, initialTransition, transition, type AnyMachineSnapshot, type AnyStateMachine } from 'xstate';

/**
 * The legal procedure of one proceeding: XState states are its statuses, XState events are the past-tense
 * events of the log. The machines hold no context, so each is a finite table, computed once by XState's own
 * pure functions and then looked up: 50 events of a case fold in microseconds.
 */
export interface Procedure<S extends string = string> {
  readonly id: string;
  readonly initial: S;
  /** The status after an event, or undefined where the law does not foresee the event in this status. */
  next(status: S, eventType: string): S | undefined;
  /** Every event type of the procedure. */
  readonly events: readonly string[];
  /** Event types the law foresees in this status. */
  eventsFrom(status: S): readonly string[];
  readonly machine: AnyStateMachine;
}

type Row = ReadonlyMap<string, string>;

const rowOf = (machine: AnyStateMachine, status: string): Row => {
  const snapshot = machine.resolveState({ value: status, context: {} }) as AnyMachineSnapshot;
  const types = new Set(getNextTransitions(snapshot).map((candidate) => String(candidate.eventType)));

  return new Map([...types].map((type) => [type, String(transition(machine, snapshot, { type })[0].value)]));
};

export const procedureOf = <S extends string>(machine: AnyStateMachine & { readonly id: string }): Procedure<S> => {
  const statuses = Object.keys(machine.states);
  const table = new Map<string, Row>(statuses.map((status) => [status, rowOf(machine, status)]));

  return {
    id: machine.id,
    initial: String(initialTransition(machine)[0].value) as S,
    next: (status, eventType) => table.get(status)?.get(eventType) as S | undefined,
    events: [...new Set([...table.values()].flatMap((row) => [...row.keys()]))],
    eventsFrom: (status) => [...(table.get(status)?.keys() ?? [])],
    machine,
  };
};
