import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteEventStore, openSqliteReadStore, rebuildProjections } from '@liuhen/infra';
import { allProjections, transferredTo } from '@liuhen/projections';
import { askingAs, TOPICS } from '@liuhen/schema';
import { streamOf, type Actor, type DomainEvent, type NewEvent, type OfficialFunction } from '@liuhen/workflows';
import { OFFICER } from './testing/lair';

const AT = '2024-08-30T09:00:00+08:00';
const eventOf = (event: DomainEvent, at: number): NewEvent => ({
  ...event,
  id: `00000000-0000-4000-8000-00000000000${at}`,
  schemaVersion: 1,
  occurredAt: AT,
  recordedAt: AT,
  actor: OFFICER,
  actId: 'act-1',
  correlationId: 'case-1',
  causationId: null,
  basis: [],
  evidence: [],
});

const SENT = {
  type: 'CaseTransferredToPolice',
  payload: { transferId: 'transfer-1', policeOrganisation: '济宁市公安局', policeJurisdiction: '370800', sentAt: AT, letterNo: '1号' },
};
const COPIED = {
  type: 'TransferCopiedToProcuratorate',
  payload: { transferId: 'transfer-1', procuratorate: '济宁市人民检察院', copiedAt: AT },
};
const FILED = { type: 'ProsecutionFiled', payload: { transferId: 'transfer-1', court: '济宁市中级人民法院', on: '2024-09-30' } };

const of = (fn: OfficialFunction, organisation = '某单位', jurisdiction = '370800'): Actor => ({
  ...OFFICER,
  person: fn,
  function: fn,
  organisation,
  jurisdiction,
});
const COURT = of('court', '济宁市中级人民法院');

/** A log of these events, its read models, and what each asker is told and shown. */
const place = async (facts: readonly DomainEvent[]) => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-transfers-'));
  const store = await openSqliteEventStore({ folder });
  const reader = openSqliteReadStore({ folder });
  await store.append(streamOf('case', 'case-1'), facts.map(eventOf), 'none');
  const projections = allProjections.filter(({ name }) => ['transferredCases', 'units', 'engagements'].includes(name));
  await rebuildProjections({ source: store, readStore: reader, projections });
  const events = await store.readAll(0, 100);

  return {
    told: async (actor: Actor): Promise<readonly string[]> => {
      const context = { reader, waitFor: () => Promise.resolve(), now: () => AT };
      const heard = await Promise.all(
        events
          .filter(({ type }) => (TOPICS.caseTransferred.eventTypes as readonly string[]).includes(type))
          .map(async (event) =>
            (await TOPICS.caseTransferred.tell(event, { actor, wanted: {}, context })) === undefined ? [] : [event.type],
          ),
      );

      return heard.flat();
    },
    shown: async (actor: Actor): Promise<number> => {
      const { scopes } = await askingAs({ actor, reader, now: () => AT }, 'transferredCases');

      return (await transferredTo(reader, scopes, { page: {} })).edges.length;
    },
    close: async () => {
      await reader.close();
      await store.close();
    },
  };
};

describe('a transfer to the police', () => {
  it.each([
    ['sent', [SENT], { police: ['CaseTransferredToPolice'], procuratorate: [] }, { police: 1, procuratorate: 0, court: 0 }],
    [
      'copied (R-142)',
      [SENT, COPIED],
      { police: ['CaseTransferredToPolice'], procuratorate: ['TransferCopiedToProcuratorate'] },
      { police: 1, procuratorate: 1, court: 0 },
    ],
    [
      'prosecuted',
      [SENT, COPIED, FILED],
      { police: ['CaseTransferredToPolice'], procuratorate: ['TransferCopiedToProcuratorate'] },
      { police: 1, procuratorate: 1, court: 1 },
    ],
  ] as const)('once %s is told and shown to whom it concerns by then, and to nobody else', async (_stage, facts, told, shown) => {
    const { close, ...there } = await place(facts);
    const heard = { police: await there.told(of('policeAuthority')), procuratorate: await there.told(of('procuratorate')) };
    const seen = {
      police: await there.shown(of('policeAuthority')),
      procuratorate: await there.shown(of('procuratorate')),
      court: await there.shown(COURT),
    };
    expect([heard, seen]).toEqual([told, shown]);
    // Another court of the area, and the same functions of another area, learn of none of it.
    expect(await there.shown(of('court', '济宁市任城区人民法院'))).toBe(0);
    for (const fn of ['policeAuthority', 'procuratorate', 'enforcementAgency'] as const) {
      expect(await there.told(of(fn, '别处', '370900'))).toEqual([]);
      expect(await there.shown(of(fn, '别处', '370900'))).toBe(0);
    }
    await close();
  });

  const filedAt = (courtJurisdiction: string) => ({ ...FILED, payload: { ...FILED.payload, courtJurisdiction } });

  it('before a court that is on record with its area is known to that court, whatever it calls itself and wherever the police are', async () => {
    const { close, shown } = await place([SENT, COPIED, filedAt('370900')]);

    expect(await shown(of('court', '泰安中院', '370900'))).toBe(1);
    // The same name in another area, that of the police among them.
    expect(await shown(COURT)).toBe(0);
    expect(await shown(of('court', '济宁市中级人民法院', '220100'))).toBe(0);
    await close();
  });

  it('of which older events tell the court by its name alone is shown to the court of that name in the area, and to no namesake', async () => {
    const { close, shown } = await place([SENT, COPIED, FILED]);

    expect(await shown(COURT)).toBe(1);
    expect(await shown(of('court', '济宁市中级人民法院', '220100'))).toBe(0);
    await close();
  });

  it.each(['policeAuthority', 'procuratorate'] as const)('is not shown to a %s of the same name in another area', async (fn) => {
    const { close, shown, told } = await place([SENT, COPIED]);

    expect([await shown(of(fn, '城区分局')), await shown(of(fn, '城区分局', '220100'))]).toEqual([1, 0]);
    expect(await told(of(fn, '城区分局', '220100'))).toEqual([]);
    await close();
  });
});
