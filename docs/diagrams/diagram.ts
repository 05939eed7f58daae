import type { Procedure, Text } from '@liuhen/workflows';

export type TitleOf = (eventType: string) => Text;

interface Arrow {
  readonly from: string;
  readonly event: string;
  readonly to: string;
}

/** The procedures among all that a package exports, so that a new machine is drawn without being listed here. */
export const proceduresIn = (exported: Readonly<Record<string, unknown>>): readonly Procedure[] =>
  Object.values(exported).filter(isProcedure);

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === 'object' && value !== null && 'machine' in value && 'eventsFrom' in value;

const statusesOf = ({ machine }: Procedure): readonly string[] => Object.keys(machine.states);

const arrowsFrom = (procedure: Procedure, from: string): readonly Arrow[] =>
  procedure.eventsFrom(from).flatMap((event) => {
    const to = procedure.next(from, event);

    return to === undefined ? [] : [{ from, event, to }];
  });

const drawing = (procedure: Procedure, titleOf: TitleOf): readonly string[] => {
  const lines = statusesOf(procedure).flatMap((status) => {
    const arrows = arrowsFrom(procedure, status);

    return arrows.length === 0
      ? [`${status} --> [*]`]
      : arrows.map(({ from, event, to }) => `${from} --> ${to} : ${titleOf(event).zh} ${event}`);
  });

  return ['```mermaid', 'stateDiagram-v2', `  [*] --> ${procedure.initial}`, ...lines.map((line) => `  ${line}`), '```'];
};

const table = (procedure: Procedure, titleOf: TitleOf): readonly string[] => [
  '| From | Event | 事件 | To |',
  '| --- | --- | --- | --- |',
  ...statusesOf(procedure)
    .flatMap((status) => arrowsFrom(procedure, status))
    .map(({ from, event, to }) => `| \`${from}\` | \`${event}\` | ${titleOf(event).zh} | \`${to}\` |`),
];

/** `criminalTransfer` → `criminal-transfer` */
const kebab = (id: string): string => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const page = (procedure: Procedure, titleOf: TitleOf): string =>
  [
    `# ${procedure.id}`,
    '',
    '<!-- Drawn from the machine itself by `npm run docs:diagrams`; a test fails when it is stale. -->',
    '',
    ...drawing(procedure, titleOf),
    '',
    'An event that the table does not name is not lawful in that status.',
    '',
    ...table(procedure, titleOf),
    '',
  ].join('\n');

/** File name → text, one page for each procedure. */
export const diagrams = (procedures: readonly Procedure[], titleOf: TitleOf): ReadonlyMap<string, string> =>
  new Map(procedures.map((procedure) => [`${kebab(procedure.id)}.md`, page(procedure, titleOf)]));
