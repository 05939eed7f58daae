import { ENGINES, isCarried, tallyOf, type CarriedRule, type Carrier, type Section } from '@liuhen/workflows';

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
];

/** `guard acceptClue, closeCase; trace rawData` */
export const carriersText = (carriers: readonly Carrier[]): string =>
  [...new Set(carriers.map(({ engine }) => engine))]
    .map((engine) => {
      const places = carriers.filter((carrier) => carrier.engine === engine).map(({ at }) => at);

      return `${engine} ${places.join(', ')}`;
    })
    .join('; ');

const nameOf = (file: string): string => file.split('/').at(-1)?.replace('.test.ts', '') ?? file;

const testLinks = (tests: readonly string[]): string => tests.map((file) => `[${nameOf(file)}](../${file})`).join(', ');

const ruleRow = ({ entry, carriers, tests }: CarriedRule): readonly string[] => [
  entry.id,
  entry.kind,
  entry.citation,
  entry.summary,
  carriersText(carriers),
  testLinks(tests),
];

const HEAD = ['规则 Rule', 'Kind', 'Citation', 'What it demands', '承载 Carried by', '测试 Held by'];

const counted = (rules: readonly CarriedRule[]): string => {
  const { total, carried, tested, notApplicable, missing } = tallyOf(rules);
  const names = missing.length === 0 ? '' : ` (${missing.join(', ')})`;

  return `${total} in all, ${carried} carried, ${tested} tested, ${notApplicable.length} not of this part, ${missing.length} missing${names}.`;
};

const sectionPage = (section: Section, rules: readonly CarriedRule[]): readonly string[] => [
  `## ${section.no} ${section.title.zh} / ${section.title.en}`,
  '',
  ...table(HEAD, rules.map(ruleRow)),
  '',
];

const bySection = (rules: readonly CarriedRule[]): readonly string[] => {
  const sections = [...new Set(rules.flatMap(({ section }) => (section === null ? [] : [section])))];

  return sections.flatMap((section) =>
    sectionPage(
      section,
      rules.filter((rule) => rule.section === section),
    ),
  );
};

const sameOrder = (one: CarriedRule, other: CarriedRule): number => one.entry.id.localeCompare(other.entry.id, 'en', { numeric: true });

const nationalPage = (rules: readonly CarriedRule[]): readonly string[] => {
  const bare = rules.filter((rule) => !isCarried(rule)).map(({ entry }) => entry.id);

  return [
    '## 国家规定与程序 / National law and procedure',
    '',
    counted(rules),
    '',
    `Carried by nothing yet: ${bare.length === 0 ? 'none' : bare.join(', ')}.`,
    '',
    ...table(HEAD, [...rules].sort(sameOrder).map(ruleRow)),
    '',
  ];
};

const enginesPage = (): readonly string[] =>
  table(
    ['Engine', '', ''],
    Object.entries(ENGINES).map(([name, { zh, en }]) => [name, zh, en]),
  );

const elsewherePage = (rules: readonly CarriedRule[]): readonly string[] => [
  '## 产品的其他部分 / Other parts of the product',
  '',
  ...table(
    ['规则 Rule', 'What it demands', 'Why not here'],
    rules.map(({ entry, notApplicable }) => [entry.id, entry.summary, notApplicable ?? '']),
  ),
  '',
];

interface Diagram {
  readonly name: string;
  readonly title: string;
}

/** The whole page; `docs/rules.md` is this text and nothing else. */
export const rulesPage = (rules: readonly CarriedRule[], diagrams: readonly Diagram[]): string => {
  const seeds = rules.filter(({ section }) => section !== null);
  const here = seeds.filter(({ notApplicable }) => notApplicable === null);

  return [
    '# 规则 / Rules',
    '',
    '<!-- Computed from the register, the engines and the tests by `npm run docs:rules`; a test fails when it is stale. -->',
    '',
    `Rules of the five texts: ${counted(seeds)}`,
    '',
    ...enginesPage(),
    '',
    `State diagrams: ${diagrams.map(({ name, title }) => `[${title}](diagrams/${name})`).join(', ')}.`,
    '',
    ...bySection(here),
    ...nationalPage(rules.filter(({ section }) => section === null)),
    ...elsewherePage(seeds.filter(({ notApplicable }) => notApplicable !== null)),
  ].join('\n');
};
