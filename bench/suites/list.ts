import { chinaNow, openSqliteReadStore } from '@liuhen/infra';
import { buildSchema, type GraphContext } from '@liuhen/schema';
import { execute, parse, type GraphQLSchema } from 'graphql';
import { inFolder } from '../harness/folder';
import { atMost, inTurn, type Suite } from '../harness/measurement';
import { OFFICER } from '../history/events';
import { fillFolder } from '../history/fill';
import { openListSchema } from '../servers/open-list';

const EVENTS = 40_000;
const ROUNDS = 15;
const LISTS = 10;
const PAGE = 50;

const LIST = parse(
  `{ caseList(first: ${PAGE}) { edges { cursor node { caseId title stage jurisdiction openedAt } } pageInfo { hasNextPage endCursor } } }`,
);

const microsecondsEach = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  for (let at = 0; at < LISTS; at += 1) await work();

  return ((performance.now() - began) * 1_000) / LISTS;
};

/** The list of an officer's own area beside the same list given to anybody: bounding it must not cost what it is bounded for. */
export const listSuite: Suite = ({ say }) =>
  inFolder(async (folder) => {
    const { cases } = await fillFolder(folder, EVENTS);
    say(`  ${cases} cases`);
    const reader = openSqliteReadStore({ folder });
    const contextValue: Partial<GraphContext> = {
      actor: OFFICER,
      reader,
      now: chinaNow,
      waitFor: () => Promise.resolve(),
      noteRead: () => undefined,
    };
    const list = async (schema: GraphQLSchema): Promise<string> => {
      const answer = await execute({ schema, document: LIST, contextValue });
      if (answer.errors !== undefined) throw answer.errors[0] ?? new Error('no list');

      return JSON.stringify(answer.data);
    };
    const [ours, open] = [buildSchema(), openListSchema()];
    if ((await list(ours)) !== (await list(open))) throw new Error('the lists differ');
    const times = await inTurn(ROUNDS, {
      ours: () => microsecondsEach(() => list(ours)),
      peer: () => microsecondsEach(() => list(open)),
    });
    await reader.close();

    return [
      atMost({
        suite: 'list',
        measure: { zh: `${PAGE} 件本辖区案件，对照不问是谁`, en: `${PAGE} cases of one's area vs the same for anybody` },
        ...times,
        unit: 'µs',
        target: 1.1,
      }),
    ];
  });
