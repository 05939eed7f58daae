import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { carriedRules, isCarried, tallyOf, type CarriedRule } from '@liuhen/workflows';
import { carriersText, rulesPage } from './page';
import { checkout, testsByRule } from './tests-by-rule';

export interface RulesOptions {
  readonly json?: boolean;
  /** Write `docs/rules.md` instead of printing. */
  readonly page?: boolean;
}

const LANGUAGE = 'en';

/** The rules as they stand in a checkout, in the order of the register. */
export const rulesOf = (root: string): readonly CarriedRule[] => carriedRules(testsByRule(root));

export const pageOf = (root: string): string => {
  const names = readdirSync(join(root, 'docs', 'diagrams')).filter((name) => name.endsWith('.md'));
  const diagrams = names.sort().map((name) => ({ name, title: name.replace('.md', '') }));

  return rulesPage(rulesOf(root), diagrams);
};

const jsonOf = (rules: readonly CarriedRule[]): string => {
  const seeds = rules.filter(({ section }) => section !== null);
  const national = rules.filter(({ section }) => section === null);

  return JSON.stringify(
    {
      ...tallyOf(seeds),
      national: { ...tallyOf(national), bare: national.filter((rule) => !isCarried(rule)).map(({ entry }) => entry.id) },
      rules: rules.map(({ entry, section, carriers, tests }) => ({
        id: entry.id,
        kind: entry.kind,
        section: section?.no ?? null,
        citation: entry.citation,
        carriers,
        tests,
      })),
    },
    null,
    2,
  );
};

const lineOf = (rule: CarriedRule): string => {
  const { entry, notApplicable, tests } = rule;
  if (notApplicable !== null) return `${entry.id}  —  ${notApplicable}`;
  const by = isCarried(rule) ? carriersText(rule.carriers) : '缺承载 / carried by nothing';

  return `${entry.id}  ${by}  ←  ${tests.length === 0 ? '缺测试 / no test' : tests.join(', ')}`;
};

const summaryOf = (name: string, rules: readonly CarriedRule[]): string => {
  const { total, carried, tested, notApplicable, missing } = tallyOf(rules);
  const words = [`${total} 条`, `承载 / carried ${carried}`, `有测试 / tested ${tested}`, `他处 / elsewhere ${notApplicable.length}`];

  return `${name}: ${[...words, `缺 / missing ${missing.length}`].join(', ')}`;
};

const inOrder = (rules: readonly CarriedRule[]): readonly CarriedRule[] =>
  [...rules].sort((one, other) => one.entry.id.localeCompare(other.entry.id, LANGUAGE, { numeric: true }));

const textOf = (rules: readonly CarriedRule[]): string => {
  const seeds = rules.filter(({ section }) => section !== null);
  const national = rules.filter(({ section }) => section === null);

  return [
    ...inOrder(seeds).map(lineOf),
    ...inOrder(national).map(lineOf),
    '',
    summaryOf('五份文件 / five texts', seeds),
    summaryOf('国家规定 / national law', national),
  ].join('\n');
};

/** Prints each rule with what carries it and which tests hold it; read off the register, the engines and the tests. */
export const rules = ({ json, page }: RulesOptions): void => {
  const root = checkout();
  if (page === true) {
    writeFileSync(join(root, 'docs', 'rules.md'), pageOf(root));

    return;
  }
  process.stdout.write(`${json === true ? jsonOf(rulesOf(root)) : textOf(rulesOf(root))}\n`);
};
