import { ACTS, EXERCISED_BY, FUNCTIONS, REACH, RECORD_REACH, RELATIONS, type OfficialFunction, type Relation } from '@liuhen/workflows';
import { isListType, isNonNullType, isObjectType, isUnionType, type GraphQLOutputType, type GraphQLSchema } from 'graphql';
import { BOUNDS, FIELDS, FILES, REACHES, VIEWS, type Right } from './authority';

const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];

const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
const head = (...cells: readonly string[]): string => [row(...cells), row(...cells.map(() => '---'))].join('\n');
const named = (fns: readonly OfficialFunction[]): string =>
  [...new Set(fns)]
    .sort((one, other) => functions.indexOf(one) - functions.indexOf(other))
    .map((fn) => FUNCTIONS[fn])
    .join('、');
const through = (relations: readonly Relation[]): string => (relations.length === 0 ? '—' : relations.join(', '));

const reach = functions.map((fn) => {
  const { onCase, elsewhere, reads, knows } = REACH[fn];

  return row(`${FUNCTIONS[fn]} \`${fn}\``, through(onCase), through(elsewhere), through(reads), through(knows));
});
const bounds = (right: Right): string => {
  const { all, but = {} } = REACHES[right];

  return [all.join(', '), ...Object.entries(but).map(([fn, own]) => `${FUNCTIONS[fn as OfficialFunction]}: ${own.join(', ')}`)].join('; ');
};
const questions = [
  ...Object.entries({ ...VIEWS, ...FILES }).map(([right, fns]) => row(`\`${right}\``, named(fns), bounds(right as Right))),
];
const acts = ACTS.flatMap(({ kind, acts: group }) =>
  group.map(({ name, title, by, basis }) => row(`\`${name}\``, title.zh, kind, named(by), basis.join(', '))),
);

/** The whole table for the security officer, `docs/authority.md`; printed from what decides, so that it cannot say another thing. */
export const authorityPage = (): string =>
  [
    '# 权限表 / Who may do and see what',
    '',
    'Printed from the code by `npm run docs:authority`; a test holds it to the code. [How it is kept](security.md).',
    'Beside it: a person named in a record on a case, or told to stand aside, neither reads the case nor acts on it (O-46),',
    'and each act is open only at the stages that its machine foresees ([diagrams](diagrams/case.md)).',
    '',
    '## 关系 / Relations',
    '',
    ...Object.entries(RELATIONS).map(([relation, { zh, en }]) => `- \`${relation}\`: ${zh} / ${en}`),
    '',
    '## 职能与关系 / How far each function reaches',
    '',
    head('职能 / function', '办案 / acts on a case', '其他 / other acts', '阅卷 / reads a case', '获知 / is told it exists'),
    ...reach,
    '',
    'Records of the area that not everyone there may know of; to all others, and to whom they name, there is no such id:',
    '',
    head('记录 / record', '职能 / functions', '记录人 / its recorder'),
    ...Object.entries(RECORD_REACH).map(([kind, { functions: fns, recorder }]) =>
      row(`\`${kind}\``, named(fns), recorder ? '是 / yes' : '—'),
    ),
    '',
    '## 委托与代行 / Delegation and deputising',
    '',
    'A unit delegates its functions for a term, as events in its own file (W-81). Own right is looked at first. Whoever acts for another is',
    'named with them in the event, holds no further delegation, grants none, and stays recused where they are recused.',
    '',
    head('职能 / function', '可由何职能人员行使 / exercised by an officer of'),
    ...functions.filter((fn) => EXERCISED_BY[fn].length > 0).map((fn) => row(FUNCTIONS[fn], named(EXERCISED_BY[fn]))),
    '',
    '## 查询与订阅 / Questions and subscriptions',
    '',
    ...Object.entries(BOUNDS).map(([bound, { zh, en }]) => `- \`${bound}\`: ${zh} / ${en}`),
    '',
    head('查询 / question', '职能 / functions', '范围 / bound'),
    ...questions,
    '',
    'What is in any of the bounds is told. Whoever acts for another, wherever their own office is, is told what each of their functions is',
    'told, as long as the delegation runs; rows of a case from which a person is kept are left out for them (O-46).',
    '',
    head('字段 / field', '可见全部的职能 / shown whole to'),
    ...Object.entries(FIELDS).map(([field, fns]) => row(`\`${field}\``, named(fns))),
    '',
    '## 行为 / Acts',
    '',
    head('行为 / act', '名称 / title', '对象 / on', '职能 / functions', '依据 / basis'),
    ...acts,
    '',
  ].join('\n');

const innermost = (type: GraphQLOutputType): GraphQLOutputType =>
  isNonNullType(type) || isListType(type) ? innermost(type.ofType as GraphQLOutputType) : type;

const collect = (type: GraphQLOutputType, found: Set<string>): void => {
  const inner = innermost(type);
  if (isUnionType(inner)) for (const member of inner.getTypes()) collect(member, found);
  if (!isObjectType(inner)) return;
  for (const field of Object.values(inner.getFields())) {
    const name = `${inner.name}.${field.name}`;
    if (found.has(name)) continue;
    found.add(name);
    collect(field.type, found);
  }
};

/** Fields that one function can reach, through the questions and acts that belong to it. */
const reachable = (schema: GraphQLSchema, fn: OfficialFunction): ReadonlySet<string> => {
  const mine = new Set<string>([
    ...Object.entries(VIEWS).flatMap(([view, fns]) => ((fns as readonly OfficialFunction[]).includes(fn) ? [view] : [])),
    ...ACTS.flatMap(({ acts: group }) => group.flatMap(({ name, by }) => (by.includes(fn) ? [name] : []))),
  ]);
  const found = new Set<string>();
  for (const root of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(root?.getFields() ?? {})) {
      if (!mine.has(field.name)) continue;
      found.add(`${root?.name ?? ''}.${field.name}`);
      collect(field.type, found);
    }
  }

  return found;
};

/** Every field of the contract under the functions that reach it, `schema/reachable.txt`: a widening shows in review. */
export const reachablePage = (schema: GraphQLSchema): string => {
  const byField = new Map<string, OfficialFunction[]>();
  for (const fn of functions) for (const field of reachable(schema, fn)) byField.set(field, [...(byField.get(field) ?? []), fn]);
  const byFunctions = new Map<string, string[]>();
  for (const [field, fns] of [...byField].sort(([one], [other]) => (one < other ? -1 : 1))) {
    byFunctions.set(fns.join(' '), [...(byFunctions.get(fns.join(' ')) ?? []), field]);
  }
  const blocks = [...byFunctions]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([fns, fields]) => [fns, ...fields.map((field) => `  ${field}`)].join('\n'));

  return `${blocks.join('\n\n')}\n`;
};
