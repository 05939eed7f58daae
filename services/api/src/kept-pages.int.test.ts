import type { Actor } from '@liuhen/workflows';
import { FIRM } from './testing/firm';
import { Lair, OFFICER } from './testing/lair';

const person = (id: string, over: Partial<Actor> = {}): Actor => ({ ...OFFICER, person: id, ...over });
const REGISTRAR = person('registrar', { function: 'registrar' });
const MONITOR = person('monitor', { function: 'monitoringUnit' });
const inspector = (id: string): Actor => person(id, { function: 'disciplineInspection' });

const COUNT = 7;
/** Rows from which the kept person is kept: one between others, and the last. */
const KEPT_ROWS: readonly number[] = [2, COUNT - 1];
const TOLD = Array.from({ length: COUNT }, (_, at) => at).filter((at) => !KEPT_ROWS.includes(at));

interface Connection {
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly caseId: string } }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Each list with the person who is kept from rows in it, and a colleague who is not. */
const LISTS: readonly (readonly [string, readonly [Actor, Actor]])[] = [
  ['interferenceTrail', [inspector('kept'), inspector('colleague')]],
  ['outstandingHandoffs', [person('kept'), person('colleague')]],
];

describe('a list of the area, for somebody who is kept from a row in its middle and from its last', () => {
  let lair: Lair;
  let position = '';
  const cases: string[] = [];

  const act = async (...asked: Parameters<Lair['act']>): Promise<string> => {
    const done = await lair.act(...asked);
    position = done.position;

    return done.subject;
  };

  const page = async (actor: Actor, list: string, first: number, after: string | null = null): Promise<Connection> => {
    const query = `query ($first: Int, $after: String, $at: Position) { ${list}(first: $first, after: $after, atLeast: $at) { edges { cursor node { caseId } } pageInfo { hasNextPage endCursor } } }`;
    const { data, text } = await lair.ask(query, { actor, variables: { first, after, at: position } });
    if (data === null) throw new Error(text);

    return data[list] as Connection;
  };

  beforeAll(async () => {
    lair = await Lair.open();
    const partyId = await act('registerParty', FIRM, { actor: REGISTRAR });
    for (let at = 0; at < COUNT; at += 1) {
      const problem = { title: '超标', source: 'enforcementMonitoring', partyId, facts: '超标', foundAt: '2026-01-05T09:00:00+08:00' };
      const caseId = await act('reportProblem', problem, { actor: MONITOR });
      cases.push(caseId);
      const to = { organisation: '执法支队', function: 'enforcementAgency', jurisdiction: '370800' };
      await act(
        'transferClue',
        { problemIds: ['problem-1'], to, materials: ['监测报告'], verified: true, fraud: false },
        { actor: MONITOR, on: `caseId: "${caseId}"` },
      );
      await act(
        'recordInterference',
        {
          caseId,
          form: 'oralOpinion',
          kind: 'influencingHandling',
          jurisdiction: '370800',
          official: { person: KEPT_ROWS.includes(at) ? 'kept' : 'another', name: '钱五', organisation: '局', post: '副局长' },
          // Hand-offs come oldest first, records of interference latest first.
          happenedAt: `2026-02-${10 + COUNT - at}`,
          place: '办公室',
          content: '放一放',
          demanded: '不予处罚',
          effect: 'refused',
          medium: '录音',
          addressed: [{ person: 'monitor', name: '张三' }],
        },
        { actor: MONITOR },
      );
    }
  });

  afterAll(() => lair.service.stop());

  describe.each(LISTS)('%s', (list, [kept, colleague]) => {
    it('is all there for a colleague', async () => {
      const { edges } = await page(colleague, list, COUNT);

      expect(edges.map(({ node }) => cases.indexOf(node.caseId))).toEqual([...cases.keys()]);
    });

    it('has full pages whatever their size, and ends with the last row that is told', async () => {
      for (let first = 1; first <= COUNT; first += 1) {
        const seen: number[] = [];
        const lengths: number[] = [];
        let after: string | null = null;
        for (;;) {
          const { edges, pageInfo }: Connection = await page(kept, list, first, after);
          seen.push(...edges.map(({ node }) => cases.indexOf(node.caseId)));
          lengths.push(edges.length);
          expect(pageInfo.endCursor).toBe(edges.at(-1)?.cursor);
          if (!pageInfo.hasNextPage) break;
          after = pageInfo.endCursor;
        }

        expect(seen).toEqual(TOLD);
        expect(lengths.slice(0, -1).every((length) => length === first)).toBe(true);
        expect(lengths).toHaveLength(Math.ceil(TOLD.length / first));
      }
    });

    it('has no cursor of a row that is not told, and one of it that a colleague hands over leads to what comes after it', async () => {
      const all = (await page(colleague, list, COUNT)).edges.map(({ cursor }) => cursor);
      const told = (await page(kept, list, COUNT)).edges.map(({ cursor }) => cursor);

      expect(told).toEqual(TOLD.map((at) => all[at]));
      const after = (await page(kept, list, COUNT, all[2])).edges.map(({ node }) => cases.indexOf(node.caseId));
      expect(after).toEqual(TOLD.filter((at) => at > 2));
      // After the last row that is told there is no more, whoever asks how.
      expect(await page(kept, list, 1, all[COUNT - 2])).toEqual({ edges: [], pageInfo: { hasNextPage: false, endCursor: null } });
      expect((await page(colleague, list, 1, all[COUNT - 2])).edges).toHaveLength(1);
    });
  });
});
