import type { z } from 'zod';
import { WHOLE, type Act, type Facts, type Guard, type Objection } from '../kernel/act';
import { isBarred } from '../conduct/evolve';
import type { RegisterNeeds } from '../kernel/registers';
import type { CaseEvent, CaseFile, CaseState } from './state';

/** Facts of an act on a case that exists. */
export type CaseFacts = Facts<CaseFile>;
export type CaseGuard<I> = Guard<I, CaseFile>;
export type CaseAct<N extends string, I extends z.ZodObject> = Act<N, I, CaseState, CaseEvent>;

interface CaseActSpec<N extends string, I extends z.ZodObject> {
  readonly name: N;
  readonly title: Act['title'];
  readonly by: Act['by'];
  readonly input: I;
  readonly basis?: readonly string[];
  readonly target?: keyof z.output<I> & string;
  targets(file: CaseFile): readonly string[];
  readonly outOfTurn: Objection;
  readonly takesClosedCase?: boolean;
  readonly takesTransferredCase?: boolean;
  needs?(input: z.output<I>, file: CaseFile): RegisterNeeds;
  readonly guards?: readonly CaseGuard<z.output<I>>[];
  events(input: z.output<I>, facts: CaseFacts): readonly CaseEvent[] | Objection;
}

const NOT_OPENED: Objection = {
  rule: 'W-02',
  message: { zh: '案件尚未建立', en: 'The case has not been opened' },
};

/** Nothing moves on a case that has left: where it went is said instead. */
const goneTo = ({ status, links }: CaseFile): Objection =>
  status === 'merged'
    ? {
        rule: 'W-41',
        message: {
          zh: `案件已并入${links.mergedInto ?? ''}，请在该案办理`,
          en: `The case was merged into ${links.mergedInto ?? ''}; act there`,
        },
      }
    : {
        rule: 'W-42',
        message: {
          zh: `案件已移送${links.handedOverTo?.organisation ?? ''}管辖，本案不再办理`,
          en: `The case was transferred to ${links.handedOverTo?.organisation ?? ''}; nothing moves here`,
        },
      };
/** Says nothing of the record behind it: who has to stand aside learns no more than that. */
const RECUSED: Objection = {
  rule: ['APL-43', 'W-16'],
  code: 'NOT_COMPETENT',
  weighty: true,
  message: { zh: '您应当回避本案，不得查阅和办理', en: 'You are recused from this case: you neither read it nor act on it' },
};

const CLOSED: Objection = {
  rule: 'W-04',
  message: { zh: '案件已销号，须先依法重启', en: 'The case is closed; reopen it first, which is an act of its own' },
};

const barredFrom = (facts: Facts<CaseState>): Objection | undefined =>
  facts.state.status !== 'none' && isBarred(facts.state, facts.actor.person) ? RECUSED : undefined;

/** An act on an existing case: nothing moves on a closed one but its reopening (W-04). */
export const caseAct = <const N extends string, I extends z.ZodObject>(spec: CaseActSpec<N, I>): CaseAct<N, I> => {
  const taken: readonly CaseState['status'][] = [
    'open',
    ...(spec.takesClosedCase === true ? ['closed' as const] : []),
    ...(spec.takesTransferredCase === true ? ['transferred' as const] : []),
  ];
  const takes = (state: CaseState): state is CaseFile => taken.includes(state.status);
  const objectionTo = (state: CaseState): Objection => {
    if (state.status === 'none') return NOT_OPENED;
    if (taken.includes(state.status)) return spec.outOfTurn;

    return state.status === 'closed' ? CLOSED : goneTo(state);
  };

  return {
    name: spec.name,
    title: spec.title,
    by: spec.by,
    input: spec.input,
    opens: false,
    basis: spec.basis ?? [],
    target: spec.target ?? null,
    targets: (state) => (takes(state) ? spec.targets(state) : []),
    outOfTurn: objectionTo,
    bars: barredFrom,
    needs: (input, _subject, state) => (takes(state) ? (spec.needs?.(input, state) ?? {}) : {}),
    guards: (spec.guards ?? []).map((guard) => ({
      ...guard,
      check: (input, facts) => (takes(facts.state) ? guard.check(input, { ...facts, state: facts.state }) : undefined),
    })),
    events: (input, facts) => (takes(facts.state) ? spec.events(input, { ...facts, state: facts.state }) : objectionTo(facts.state)),
  };
};

/** Ids of those items whose procedure foresees one of the events. */
export const foreseen = <T extends { readonly id: string; readonly status: string }>(
  items: readonly T[],
  procedure: { next(status: T['status'], eventType: string): string | undefined },
  eventType: string,
): readonly string[] => items.filter((item) => procedure.next(item.status, eventType) !== undefined).map((item) => item.id);

/** Acts on the items of one proceeding: at the step whose event the procedure foresees. */
export const stepsOf =
  <T extends { readonly id: string; readonly status: string }, const K extends string>(spec: {
    readonly target: K;
    readonly none: Objection;
    readonly procedure: { next(status: T['status'], eventType: string): string | undefined };
    items(file: CaseFile): readonly T[];
  }) =>
  (eventType: string) => ({
    target: spec.target,
    targets: (file: CaseFile) => foreseen(spec.items(file), spec.procedure, eventType),
    outOfTurn: spec.none,
  });

export const whole = (when: boolean): readonly string[] => (when ? WHOLE : []);

/** The item an act names; `decide` has already made sure that it is among the targets. */
export const itemOf = <T extends { readonly id: string }>(items: readonly T[], id: string): T => {
  const item = items.find((candidate) => candidate.id === id);
  if (item === undefined) throw new RangeError(`no item ${id}`);

  return item;
};

/** Ids among `wanted` that are not problems of the case. */
export const unknownProblems = (file: CaseFile, wanted: readonly string[]): readonly string[] =>
  wanted.filter((id) => !file.problems.some((problem) => problem.id === id));
