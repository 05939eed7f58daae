import { buildSchema } from '@liuhen/schema';
import { startChild } from '../harness/child';
import { inFolder } from '../harness/folder';
import { ask, requestsPerSecond, type Target } from '../harness/load';
import { atLeast, inTurn, type Suite } from '../harness/measurement';
import { everyFieldOf } from '../harness/selection';
import { caseIdOf, fillOneCase } from '../history/fill';
import type { OursReady } from '../servers/ours';

const ROUNDS = 3;
const SECONDS = 4;
const CONNECTIONS = 32;
const EVENTS = 50;

/** Whoever answers something else has not won. */
const insistOnSameBytes = async (targets: readonly Target[], body: object): Promise<number> => {
  const answers = await Promise.all(targets.map(async (target) => JSON.stringify(await ask(target, body))));
  if (new Set(answers).size !== 1) throw new Error(`the answers differ: ${answers.map((answer) => answer.length).join(', ')} characters`);

  return answers[0]?.length ?? 0;
};

/** The whole file of a case, every field of it, as the page of a case asks for it. */
export const caseFileSuite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    await fillOneCase(folder, EVENTS);
    const ours = await startChild<OursReady>('ours.js', folder);
    const apollo = await startChild<Target>('apollo-case.js', folder);
    const mercurius = await startChild<Target>('mercurius-case.js', folder);
    const query = `query CaseFile($caseId: ID!) { caseFile(caseId: $caseId) ${everyFieldOf(buildSchema(), 'Case')} }`;
    const body = { query, variables: { caseId: caseIdOf(0) } };
    const characters = await insistOnSameBytes([ours.ready, apollo.ready, mercurius.ready], body);
    say(`  ${EVENTS} events, answers of ${characters} characters, all the same`);
    const measured = ({ url, token }: Target) =>
      requestsPerSecond({ url, ...(token === undefined ? {} : { token }), connections: CONNECTIONS, seconds: SECONDS, body: () => body });
    const rates = await inTurn(ROUNDS, {
      ours: () => measured(ours.ready),
      apollo: () => measured(apollo.ready),
      mercurius: () => measured(mercurius.ready),
    });
    for (const child of [ours, apollo, mercurius]) await child.stop();
    const common = { suite: 'case-file', ours: rates.ours, unit: 'requests/s' };

    return [
      atLeast({
        ...common,
        measure: {
          zh: `${EVENTS} 事件的案件卷宗，对照 Apollo + type-graphql`,
          en: `case file of ${EVENTS} events vs Apollo + type-graphql`,
        },
        peer: rates.apollo,
        target: 2,
      }),
      atLeast({
        ...common,
        measure: { zh: `${EVENTS} 事件的案件卷宗，对照 mercurius + jit`, en: `case file of ${EVENTS} events vs mercurius with jit` },
        peer: rates.mercurius,
        target: 0.5,
      }),
    ];
  });
