import { buildSchema, viewersOf, type View } from '@liuhen/schema';
import { AUTHORITY, FUNCTIONS, type Actor, type OfficialFunction } from '@liuhen/workflows';
import { print } from 'graphql';
import { CompiledOperations } from './graphql/compiled';
import { at, questionsOf, valuesFor, type Narrowing, type Question, type Variables } from './testing/questions';
import { ACCEPTOR, AWAY, BOSS, COUNTY, fill, NAMED, OUTSIDE_RECORDER, PROVINCE, RECORDER } from './testing/secrets';
import { actorOf, HERE, World, type Lengths } from './testing/world';

const schema = buildSchema();
/** Longest wait for an answer, milliseconds: against hanging only. */
const PATIENCE = 60_000;

const operations = new CompiledOperations(schema, PATIENCE);
const questions = questionsOf(schema);
const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];

type Asked = Pick<Question, 'name'> & { readonly variables: Variables };

interface Secret {
  readonly name: string;
  /** Who may not know of it. */
  keptFrom(actor: Actor): boolean;
  /** What the law tells to whoever asks it all the same. */
  readonly told?: (asked: Asked) => boolean;
}

const isOf =
  (...these: readonly OfficialFunction[]) =>
  ({ function: fn }: Actor): boolean =>
    these.includes(fn);
const isAway = ({ jurisdiction }: Actor): boolean => jurisdiction === AWAY;
const isPerson =
  (...these: readonly { readonly person: string }[]) =>
  ({ person }: Actor): boolean =>
    these.some((each) => each.person === person);

/** Outside the authority a case is a number, to everybody in whose area it lies (O-47). */
const counted = ({ name }: Asked): boolean => name === 'caseCounts';
const inspects = isOf('disciplineInspection');
const readsCases = isOf(...AUTHORITY, 'disciplineInspection');
/** O-26, O-46; the government is told what came of a clue (P-16). */
const knowsClues = isOf('disciplineInspection', 'procuratorate', 'authorityHead', 'localPartyGovernment');
const onRecord = isPerson(BOSS, NAMED);

const SECRETS: readonly Secret[] = [
  {
    name: 'away',
    keptFrom: ({ jurisdiction }) => [HERE, COUNTY].includes(jurisdiction),
    // what a person answers for, wherever they went.
    told: ({ name, variables }) => name === 'liabilityTrace' && JSON.stringify(variables).includes('"who"'),
  },
  { name: 'certificate', keptFrom: (actor) => !readsCases(actor) && !isOf('registrar')(actor) },
  { name: 'notHanded', keptFrom: (actor) => isAway(actor) || (!readsCases(actor) && !isOf('supervisionOffice')(actor)), told: counted },
  {
    name: 'notCopied',
    keptFrom: (actor) => isAway(actor) || (!readsCases(actor) && !isOf('supervisionOffice', 'policeAuthority')(actor)),
    told: counted,
  },
  { name: 'goesOn', keptFrom: (actor) => isAway(actor) || isPerson(BOSS)(actor), told: counted },
  {
    name: 'clueOnOfficialsOfTheCase',
    keptFrom: (actor) => isAway(actor) || isPerson(BOSS)(actor) || (!knowsClues(actor) && !onRecord(actor)),
  },
  { name: 'interference', keptFrom: (actor) => isAway(actor) || (!inspects(actor) && !isPerson(RECORDER)(actor)) },
  { name: 'accused', keptFrom: (actor) => isAway(actor) || isPerson(NAMED)(actor) || (!inspects(actor) && !isPerson(RECORDER)(actor)) },
  { name: 'lookedAt', keptFrom: (actor) => isAway(actor) || (!inspects(actor) && !isPerson(RECORDER)(actor)) },
  { name: 'discipline', keptFrom: (actor) => isAway(actor) || isPerson(NAMED)(actor) || !knowsClues(actor) },
  { name: 'reporter', keptFrom: (actor) => !isPerson(ACCEPTOR)(actor) },
];

const OFFICES: readonly OfficialFunction[] = ['enforcementAgency', 'monitoringUnit', 'authorityHead', 'disciplineInspection'];
const BODIES: readonly OfficialFunction[] = ['policeAuthority', 'procuratorate', 'marketRegulator', 'localPartyGovernment'];

const ASKERS: readonly Actor[] = [
  ...functions.map((fn) => actorOf(fn, { person: 'stranger', jurisdiction: HERE })),
  ...[AWAY, PROVINCE].flatMap((jurisdiction) => [...OFFICES, ...BODIES].map((fn) => actorOf(fn, { person: 'stranger', jurisdiction }))),
  actorOf('enforcementAgency', { person: 'stranger', jurisdiction: COUNTY }),
  ...[BOSS, NAMED].flatMap(({ person }) => [...OFFICES, ...BODIES].map((fn) => actorOf(fn, { person }))),
  RECORDER,
  OUTSIDE_RECORDER,
  ACCEPTOR,
];

interface Given {
  readonly data?: Readonly<Record<string, { readonly edges?: readonly { readonly cursor: string }[] }>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: object }[];
}

const ask = async (world: World, actor: Actor, { question, variables }: { question: Question; variables: Variables }): Promise<Given> => {
  const operation = { key: print(question.document), document: question.document, name: undefined };
  const { data, errors } = (await operations.run(operation, undefined, world.contextOf(actor), variables)) as Given;

  return { data: data ?? null, errors: errors?.map(({ message, extensions }) => ({ message, extensions: extensions ?? {} })) ?? [] };
};

/** Words under which something stands in the read models, for whoever asks by another name. */
const ALIASES: Readonly<Record<string, readonly string[]>> = {
  party: ['partyId'],
  facility: ['outletId', 'partyId'],
  officialPerson: ['person'],
  who: ['person', 'who', 'partyId', 'organisation'],
  subject: ['subject', 'caseId', 'interferenceId'],
  caseId: ['caseId', 'interferenceId', 'disciplineId'],
  id: ['reportId', 'partyId'],
  datum: ['what'],
  fromFunction: ['function'],
};

const PEOPLE = ['boss', 'named', 'li', 'wang', 'recorder', 'stranger', 'silent', 'acceptor'];

type Heard = ReadonlyMap<string, ReadonlySet<string>>;

const hear = (value: unknown, heard: Map<string, Set<string>>): void => {
  if (Array.isArray(value)) for (const item of value) hear(item, heard);
  if (typeof value !== 'object' || value === null) return;
  for (const [name, item] of Object.entries(value)) {
    if (typeof item === 'string') heard.set(name, (heard.get(name) ?? new Set()).add(item));
    else hear(item, heard);
  }
};

/** Every word that stands anywhere in a world, by its name. */
const wordsOf = async (world: World): Promise<Heard> => {
  const heard = new Map<string, Set<string>>();
  for (const name of world.collections) {
    const { rows } = await world.reader.find(name, { filters: [], direction: 'asc', first: 200 });
    hear(
      rows.map(({ document }) => document),
      heard,
    );
  }

  return heard;
};

const [FEW, MANY] = [3, 6];

/** What an attacker tries under a name: first what tells the two worlds apart, then the cases that they share. */
const triedOf =
  ([one, other]: readonly [Heard, Heard], cases: readonly string[]) =>
  (name: string): readonly string[] => {
    const names = ALIASES[name] ?? [name];
    const [here, there] = [one, other].map((heard) => names.flatMap((each) => [...(heard.get(each) ?? [])]));
    const telling = [...(here ?? []).filter((each) => !there?.includes(each)), ...(there ?? []).filter((each) => !here?.includes(each))];

    return [
      ...new Set([
        ...telling.slice(0, MANY),
        ...(['caseId', 'subject'].includes(name) ? cases : []),
        ...(['person', 'who', 'officialPerson'].includes(name) ? PEOPLE : []),
        ...(here ?? []).slice(0, FEW),
      ]),
    ];
  };

const merged = (...parts: readonly Variables[]): Variables =>
  parts.reduce<Variables>((all, part) => {
    const inner = Object.entries(part).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null ? { ...(all[name] as object | undefined), ...value } : value,
    ]);

    return { ...all, ...(Object.fromEntries(inner) as Variables) };
  }, {});

const each = (narrowing: Narrowing, tried: ReturnType<typeof triedOf>): readonly Variables[] =>
  valuesFor(narrowing, tried).map((value) => at(narrowing.path, value));

/** Every way to ask a question: with each value that it needs, narrowed by each value of each filter, page by page, after each cursor. */
const waysOf = (question: Question, tried: ReturnType<typeof triedOf>, cursors: readonly string[]): readonly Variables[] => {
  const needed = question.required.reduce<readonly Variables[]>(
    (all, narrowing) => all.flatMap((before) => each(narrowing, tried).map((more) => merged(before, more))),
    [{}],
  );
  const more = [
    {},
    ...question.narrowings.flatMap((narrowing) => each(narrowing, tried)),
    ...(question.isList ? [{ first: 1 }, ...cursors.flatMap((after) => [{ after }, { first: 1, after }])] : []),
  ];

  return needed.flatMap((before) => more.map((after) => merged(before, after)));
};

/** The id of an act is a digest of its content with a key that its client made up: it tells nothing to who does not know the key. */
const shown = (given: Given): string => JSON.stringify(given, (name, value: unknown) => (name === 'actId' ? 'an act' : value));

/** Ways that each asker tries of a question; all askers together try all. */
const WAYS = 4;

const shareOf = (ways: readonly Variables[], turn: number): readonly Variables[] =>
  ways.length <= WAYS ? ways : Array.from({ length: WAYS }, (_each, at) => ways[(turn * WAYS + at) % ways.length] ?? {});

describe('two worlds that differ in what the asker may not know', () => {
  const lengths: Lengths = new Map();
  let whole: World;
  let words: Heard;
  let cases: readonly string[];

  beforeAll(async () => {
    whole = await World.open(null, lengths);
    ({ cases } = await fill(whole));
    words = await wordsOf(whole);
  });

  afterAll(() => whole.close());

  const cursorsOf = async (world: World, question: Question, variables: Variables): Promise<readonly string[]> => {
    const all = await Promise.all(
      (['disciplineInspection', 'authorityHead', 'policeAuthority'] as const).map((fn) =>
        ask(world, actorOf(fn, { person: 'auditor', jurisdiction: '000000' }), { question, variables }),
      ),
    );

    return all.flatMap(({ data }) => data?.[question.name]?.edges?.map(({ cursor }) => cursor) ?? []);
  };

  const waysIn = async (other: World, tried: ReturnType<typeof triedOf>, question: Question): Promise<readonly Variables[]> => {
    const [first = {}] = waysOf({ ...question, narrowings: [], isList: false }, tried, []);
    const cursors = question.isList ? [...(await cursorsOf(whole, question, first)), ...(await cursorsOf(other, question, first))] : [];

    return waysOf(question, tried, [...new Set(cursors)].slice(0, MANY));
  };

  it.each(SECRETS)(
    '$name: every question, with every filter, page and cursor among its askers, is answered alike',
    async (secret) => {
      const { name, told = () => false } = secret;
      const other = await World.open(name, lengths);
      await fill(other);
      const tried = triedOf([words, await wordsOf(other)], cases);
      let count = 0;
      const leaks: string[] = [];
      const isAlike = async (actor: Actor, question: Question, variables: Variables): Promise<boolean> => {
        count += 1;
        const [one, two] = [await ask(whole, actor, { question, variables }), await ask(other, actor, { question, variables })];

        return shown(one) === shown(two);
      };
      const mayAsk = (actor: Actor, question: Question) => viewersOf(question.name as View).includes(actor.function);
      const tell = async (question: Question): Promise<void> => {
        const ways = (await waysIn(other, tried, question)).filter((variables) => !told({ name: question.name, variables }));
        for (const [turn, actor] of ASKERS.filter((each) => secret.keptFrom(each) && mayAsk(each, question)).entries()) {
          for (const variables of shareOf(ways, turn)) {
            if (await isAlike(actor, question, variables)) continue;
            leaks.push(`${actor.function} ${actor.jurisdiction} ${actor.person}: ${question.name} ${JSON.stringify(variables)}`);
          }
        }
      };
      const isToldBy = async (question: Question): Promise<boolean> => {
        const ways = waysOf({ ...question, narrowings: [], isList: false }, tried, []);
        for (const actor of ASKERS.filter((each) => !secret.keptFrom(each) && mayAsk(each, question))) {
          for (const variables of ways) if (!(await isAlike(actor, question, variables))) return true;
        }

        return false;
      };
      let isToldToSomebody = false;
      for (const question of questions) {
        await tell(question);
        isToldToSomebody ||= await isToldBy(question);
      }
      await other.close();
      process.stdout.write(`non-interference: ${name}: ${count} pairs of answers compared\n`);

      expect(leaks.slice(0, 40)).toEqual([]);
      // A secret that nobody is told would prove nothing.
      expect(isToldToSomebody).toBe(true);
    },
    900_000,
  );
});
