import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore } from '@liuhen/infra';
import type { NewEvent } from '@liuhen/workflows';
import { actorOf } from '../../../../infra/src/desk/testing/office';
import { Lair } from '../testing/lair';

const DAY = '2024-09-10T09:00:00+08:00';

const event = (type: string, payload: object): NewEvent => ({
  id: randomUUID(),
  type,
  payload,
  schemaVersion: 1,
  occurredAt: DAY,
  recordedAt: DAY,
  actor: actorOf('enforcementAgency'),
  actId: randomUUID(),
  correlationId: 'secret-case',
  causationId: null,
  basis: [],
  evidence: [],
});

const published = (disclosureId: string, title: string, publishedAt: string): NewEvent =>
  event('DisclosurePublished', {
    disclosureId,
    subject: 'result',
    problemIds: ['problem-1'],
    penaltyId: null,
    channel: '官网',
    title,
    text: `${title}全文`,
    url: null,
    publishedAt,
  });

const HISTORY: readonly NewEvent[] = [
  event('ProblemFound', {
    problemId: 'problem-1',
    title: '内部标题',
    source: 'enforcementMonitoring',
    partyId: 'party-1',
    partyName: '某某化工',
    outletId: null,
    jurisdiction: '370800',
    facts: '内部事实',
    foundAt: DAY,
    suspicionIds: [],
    reporterAwaitsAnswer: false,
  }),
  published('disclosure-1', '第一号', '2024-09-01T09:00:00+08:00'),
  published('disclosure-2', '误发', '2024-09-02T09:00:00+08:00'),
  published('disclosure-3', '第三号', '2024-09-03T09:00:00+08:00'),
  event('DisclosureWithdrawn', { disclosureId: 'disclosure-2', reason: '误发' }),
  event('DisclosureCorrected', {
    disclosureId: 'disclosure-3',
    reason: '笔误',
    title: '第三号（更正）',
    text: '更正后',
    correctedAt: '2024-09-04T09:00:00+08:00',
  }),
];

describe('the notice board', () => {
  let lair: Lair;

  beforeAll(async () => {
    const folder = mkdtempSync(join(tmpdir(), 'liuhen-board-'));
    const store = await openSqliteEventStore({ folder });
    await store.append('case-secret-case', HISTORY, 'none');
    await store.close();
    lair = await Lair.open({ LIUHEN_DATA: folder });
    await lair.ask(`{ caseList(atLeast: "${await lair.service.head()}") { edges { cursor } } }`);
  });
  afterAll(() => lair.service.stop());

  const board = async (search = '') => {
    const answer = await lair.send(`/public/disclosures${search}`, {});

    return { ...answer, said: JSON.parse(answer.text) as { disclosures?: readonly { title: string }[]; next?: string | null } };
  };

  it('shows anybody what stands published, as it stands now, and nothing else of the case', async () => {
    const { status, said, text } = await board();

    expect(status).toBe(200);
    expect(said.disclosures).toEqual([
      {
        subject: 'result',
        jurisdiction: '370800',
        channel: '官网',
        title: '第三号（更正）',
        text: '更正后',
        url: null,
        publishedAt: '2024-09-03T09:00:00+08:00',
        correctedAt: '2024-09-04T09:00:00+08:00',
      },
      expect.objectContaining({ title: '第一号', correctedAt: null }),
    ]);
    for (const word of ['误发', '内部', 'secret-case', '某某化工', 'enforcementAgency-a']) expect(text).not.toContain(word);
  });

  it('turns pages, and is narrowed by place and subject', async () => {
    const first = await board('?first=1');
    const second = await board(`?first=1&after=${String(first.said.next)}`);
    const titles = async (search: string) => (await board(search)).said.disclosures?.map(({ title }) => title);

    expect(second.said.disclosures?.map(({ title }) => title)).toEqual(['第一号']);
    expect(second.said.next).toBeNull();
    expect(await titles('?jurisdiction=370000')).toHaveLength(2);
    expect(await titles('?jurisdiction=110000')).toEqual([]);
    expect(await titles('?subject=penalty')).toEqual([]);
  });

  it.each(['?first=0', '?first=1000', '?after=x', '?jurisdiction=37', '?caseId=secret-case'])(
    'answers %s with a code and shows nothing',
    async (search) => {
      const { status, codes } = await board(search);

      expect(status).toBe(400);
      expect(codes).toHaveLength(1);
    },
  );

  it('is beside counts alone what an office that reads no case is told of it', async () => {
    const outside = actorOf('localPartyGovernment');
    const counts = await lair.ask('{ caseCounts { stage count } }', { actor: outside });
    const elsewhere = await lair.ask('{ caseCounts { stage count } }', {
      actor: actorOf('localPartyGovernment', { jurisdiction: '110000' }),
    });
    const total = ({ data }: typeof counts) =>
      ((data?.['caseCounts'] ?? []) as readonly { count: number }[]).reduce((sum, { count }) => sum + count, 0);

    expect(total(counts)).toBe(1);
    expect(total(elsewhere)).toBe(0);
    expect((await lair.ask('{ caseList { edges { cursor } } }', { actor: outside })).codes).toEqual(['FORBIDDEN']);
  });
});
