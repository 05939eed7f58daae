import { ACTS } from '../acts';
import { blockerRules } from '../close-out/rules';
import { DESK_RULES } from '../desk/judge';
import { initialSubject, type Subject } from '../desk/fold';
import type { Act } from '../kernel/act';
import type { StreamKind } from '../kernel/streams';
import type { Text } from '../kernel/text';
import { obligationRules, rulesBehind } from '../obligation';
import { parameterEntries, type ParameterEntry } from '../regulation';
import { traceRules } from '../trace';
import { aMergedCase, anOpenCase } from './open-case';

/** Which engine holds a rule, and at which place of it. */
export interface Carrier {
  readonly engine: 'guard' | 'basis' | 'turn' | 'blocker' | 'obligation' | 'trace' | 'desk' | 'value' | 'absence';
  /** Act, duty, trace, blocker or parameter. */
  readonly at: string;
}

export const ENGINES: Readonly<Record<Carrier['engine'], Text>> = {
  guard: { zh: '条件', en: 'guard of the act' },
  basis: { zh: '依据', en: 'basis of the act, which records what the rule demands' },
  turn: { zh: '次序', en: 'what the act answers out of its turn' },
  blocker: { zh: '销号障碍', en: 'blocker of the close-out' },
  obligation: { zh: '义务', en: 'obligation' },
  trace: { zh: '责任追溯', en: 'trace' },
  desk: { zh: '统一受理', en: 'held by the desk for every act' },
  value: { zh: '参数', en: 'value per place and day; carries nothing alone' },
  absence: { zh: '不得设限', en: 'a clause that forbids a condition: no guard stands there' },
};

type Found = readonly [rule: string, carrier: Carrier];

const listed = (rules: string | readonly string[]): readonly string[] => (typeof rules === 'string' ? [rules] : rules);

const under = (rules: string | readonly string[], engine: Carrier['engine'], at: string): readonly Found[] =>
  listed(rules).map((rule) => [rule, { engine, at }]);

/** States in which an act out of turn is asked why: before there is anything, on a case that was just opened, and on one that was merged. */
const statesOf = (kind: StreamKind): readonly Subject['state'][] => [
  initialSubject(kind).state,
  ...(kind === 'case' ? [anOpenCase(), aMergedCase()] : []),
];

const ofAct = (kind: StreamKind, act: Act): readonly Found[] => [
  ...act.guards.flatMap((guard) => under(guard.rule, 'guard', act.name)),
  ...under(act.basis, 'basis', act.name),
  ...statesOf(kind).flatMap((state) => under(act.outOfTurn(state).rule, 'turn', act.name)),
];

const found = (): readonly Found[] => [
  ...ACTS.flatMap(({ kind, acts }) => acts.flatMap((act) => ofAct(kind, act))),
  ...blockerRules.flatMap(({ rules, id }) => under(rules, 'blocker', id)),
  ...obligationRules.flatMap((duty) => rulesBehind(duty).flatMap((rule) => under(rule, 'obligation', duty.id))),
  ...traceRules.flatMap(({ rules, id }) => under(rules, 'trace', id)),
  ...Object.entries(DESK_RULES).flatMap(([at, rules]) => under(rules, 'desk', at)),
  ...Object.entries<readonly ParameterEntry[]>(parameterEntries).flatMap(([at, values]) =>
    values.flatMap(({ rules }) => under(rules, 'value', at)),
  ),
];

/** What carries each rule, read off the engines themselves; a rule that none of them names is not in the map. */
export const carriersByRule = (): ReadonlyMap<string, readonly Carrier[]> => {
  const carriers = new Map<string, Carrier[]>();
  for (const [rule, carrier] of found()) {
    const before = carriers.get(rule) ?? [];
    const isKnown = before.some(({ engine, at }) => engine === carrier.engine && at === carrier.at);
    if (!isKnown) carriers.set(rule, [...before, carrier]);
  }

  return carriers;
};
