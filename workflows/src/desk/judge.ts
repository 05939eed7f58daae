import type { z } from 'zod';
import { isObjection, type Act, type Facts, type Objection } from '../kernel/act';
import type { Decision, Denied, Refusal, Warning } from '../kernel/decision';
import { ERROR_CODES } from '../kernel/errors';
import type { DecidedEvent, DomainEvent, RuleRef } from '../kernel/event';
import { modeOf, ruleById, ruleInForce, ruleRef, type Regulation } from '../regulation';
import { dayOf } from '../calendar';

type Scene = Pick<Facts<unknown>, 'jurisdiction' | 'occurredAt'>;

/** Rules that the desk itself holds every act to, whichever it is. */
export const DESK_RULES = {
  notCompetent: ['R-017', 'W-10'],
  outOfJurisdiction: ['W-10'],
  outOfTurn: ['W-02'],
  imprecise: ['W-11'],
} as const;

const inForce = (rule: string, scene: Scene): Regulation | undefined =>
  ruleInForce(rule, { jurisdiction: scene.jurisdiction, on: dayOf(scene.occurredAt) });

const speaking = (objection: Pick<Objection, 'rule'>, scene: Scene): Regulation => {
  const rules = typeof objection.rule === 'string' ? [objection.rule] : objection.rule;
  const last = rules.at(-1) ?? DESK_RULES.outOfTurn[0];

  return rules.map((rule) => inForce(rule, scene)).find((rule) => rule !== undefined) ?? ruleById(last);
};

/** Dresses an objection with the rule it rests on. */
export const refuse = (objection: Objection, scene: Scene): Refusal => {
  const rule = speaking(objection, scene);

  return {
    kind: 'refusal',
    code: objection.code ?? 'GUARD_REFUSED',
    rule: rule.id,
    citation: rule.citation,
    clause: rule.clause,
    message: objection.message,
    missing: objection.missing ?? [],
    weighty: objection.weighty ?? false,
  };
};

/** Not this function's act (R-017, nationally W-10; a more special rule first), not this office's area, or another party's matter. */
export const deny = (
  code: 'NOT_COMPETENT' | 'OUT_OF_JURISDICTION' | 'NOT_OWN_PARTY',
  scene: Scene,
  first: readonly string[] = [],
): Denied => {
  const rule = speaking({ rule: code === 'NOT_COMPETENT' ? [...first, ...DESK_RULES.notCompetent] : DESK_RULES.outOfJurisdiction }, scene);

  return { kind: 'denied', code, rule: rule.id, citation: rule.citation, message: ERROR_CODES[code] };
};

interface Heard {
  readonly refusal: Refusal | null;
  readonly warnings: readonly Warning[];
  readonly basis: readonly RuleRef[];
}

const imprecise = (scene: Scene): Warning => {
  const { id, citation } = speaking({ rule: DESK_RULES.imprecise }, scene);

  return {
    rule: id,
    citation,
    message: {
      zh: '行为时间不精确，已作标记；据此计算的期限均从最早可能之日起算',
      en: 'The time is known in part only and marked so; what is counted from it counts from the earliest day',
    },
  };
};

/** The guards engine: each rule in force is asked; in `warn` mode it speaks and lets the act pass. */
const hearGuards = <I extends z.ZodObject, S>(act: Act<string, I, S>, input: z.output<I>, facts: Facts<S>): Heard => {
  const warnings: Warning[] = facts.precision === undefined ? [] : [imprecise(facts)];
  const basis: RuleRef[] = [];
  for (const guard of act.guards) {
    const rule = inForce(guard.rule, facts);
    if (rule === undefined || guard.applies?.(input) === false) continue;
    const objection = guard.check(input, facts);
    if (objection === undefined) {
      basis.push(ruleRef(rule));
    } else if (modeOf(rule, { jurisdiction: facts.jurisdiction, on: dayOf(facts.occurredAt) }) === 'warn') {
      warnings.push({ rule: rule.id, citation: rule.citation, message: objection.message });
    } else {
      return { refusal: refuse({ ...objection, rule: guard.rule }, facts), warnings, basis };
    }
  }

  return { refusal: null, warnings, basis };
};

const basisOf = (act: { readonly basis: readonly string[] }, scene: Scene): readonly RuleRef[] =>
  act.basis.flatMap((id) => {
    const rule = inForce(id, scene);

    return rule === undefined ? [] : [ruleRef(rule)];
  });

const isTurn = <I extends z.ZodObject, S>(act: Act<string, I, S>, input: z.output<I>, state: S): boolean => {
  const targets = act.targets(state);
  if (act.target === null) return targets.length > 0;

  return targets.includes(String((input as Readonly<Record<string, unknown>>)[act.target]));
};

const unique = (refs: readonly RuleRef[]): readonly RuleRef[] => [...new Map(refs.map((ref) => [ref.rule, ref])).values()];

/**
 * `decide` for every act: is it its turn, do the guards let it pass, which facts follow.
 * Pure: the same input and facts give the same decision, on the desk as on the auditor's laptop.
 */
export const decide = <I extends z.ZodObject, S, E extends DomainEvent>(
  act: Act<string, I, S, E>,
  input: z.output<I>,
  facts: Facts<S>,
): Decision<E> => {
  const bar = act.bars?.(facts);
  if (bar !== undefined) return refuse(bar, facts);
  if (!isTurn(act, input, facts.state)) return refuse({ code: 'WRONG_STAGE', ...act.outOfTurn(facts.state) }, facts);
  const heard = hearGuards(act, input, facts);
  if (heard.refusal !== null) return heard.refusal;
  const events = act.events(input, facts);
  if (!Array.isArray(events)) {
    return isObjection(events) ? refuse(events, facts) : { kind: 'accepted', events: [], warnings: heard.warnings };
  }
  const basis = unique([...basisOf(act, facts), ...heard.basis]);
  const dressed: DecidedEvent<E>[] = events.map((event: E) => ({
    ...event,
    occurredAt: facts.occurredAt,
    ...(facts.precision === undefined ? {} : { occurredPrecision: facts.precision }),
    basis,
    evidence: facts.evidence,
  }));

  return { kind: 'accepted', events: dressed, warnings: heard.warnings };
};
