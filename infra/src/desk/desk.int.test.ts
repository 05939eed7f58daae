import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  ACTS,
  covers,
  evolveSubject,
  FUNCTIONS,
  initialSubject,
  START,
  streamOf,
  type ActOutcome,
  type Actor,
  type OfficialFunction,
} from '@liuhen/workflows';
import type { EventStore } from '../event-store/port';
import { EventSourcedDesk } from './desk';
import { inputOf, JINING } from './testing/inputs';
import type { Matter } from './testing/matter';
import { actorOf, firstFunction, kindOf, Office, requestOf, subjectOf } from './testing/office';

const folders: string[] = [];
const offices: Office[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-desk-'));
  folders.push(folder);

  return folder;
};
const newOffice = async (folder = newFolder()): Promise<Office> => {
  const office = await Office.open(folder);
  offices.push(office);

  return office;
};
afterEach(async () => {
  await Promise.all(offices.splice(0).map((office) => office.close()));
});
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const opened = async (office: Office) => {
  const parties = await office.registered();
  const caseId = await office.openCase(parties);
  const matter: Matter = { ...parties, file: await office.file(caseId), target: '', pick: 0 };

  return { parties, caseId, matter };
};

const transfer = (matter: Matter) => inputOf('transferClue', matter);
const officer = actorOf('enforcementAgency');

/** The same proof, whether it was written now or before. */
const proof = (outcome: ActOutcome) => ({ ...outcome, repeated: undefined });

describe('the idempotency key', () => {
  it('gives the receipt too where the first request was still under way when it was repeated, at whatever revision', async () => {
    for (const expectedRevision of [null, 1]) {
      const office = await newOffice();
      const { caseId, matter } = await opened(office);
      const input = { ...transfer(matter), problemIds: ['problem-1'] };
      const { revision } = await office.must('transferClue', caseId, input, { actor: officer });
      const request = requestOf(
        'receiveClue',
        caseId,
        { clueId: 'clue-1' },
        { idempotencyKey: 'k', expectedRevision: expectedRevision === null ? null : revision },
      );
      let first: Promise<ActOutcome> | undefined;
      /** In it the first request is written after the second one has looked for it. */
      const store: EventStore = new Proxy(office.store, {
        get: (log, name) => {
          if (name !== 'findEvent' || first !== undefined) {
            const value: unknown = Reflect.get(log, name, log);

            return typeof value === 'function' ? (value.bind(log) as unknown) : value;
          }

          return async (id: string) => {
            const found = await log.findEvent(id);
            first = office.desk.perform(request, officer);
            await first;

            return found;
          };
        },
      });
      const second = await new EventSourcedDesk({ store, now: () => new Date().toISOString() }).perform(request, officer);

      expect(await first).toMatchObject({ kind: 'receipt', repeated: false });
      expect(second).toMatchObject({ kind: 'receipt', repeated: true });
      expect(await office.store.readAll(START, 100)).not.toContainEqual(expect.objectContaining({ type: 'ActRefused' }));
    }
  });

  it('gives the same receipt again and writes nothing', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    const first = await office.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 'k', actor: officer });
    await office.perform('transferClue', caseId, transfer(matter), { actor: officer });
    const head = await office.store.head();
    const again = await office.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 'k', actor: officer });

    expect(first).toMatchObject({
      kind: 'receipt',
      repeated: false,
      stream: streamOf('case', caseId),
      revision: 1,
      eventTypes: ['ClueTransferred'],
    });
    expect(again).toMatchObject({ kind: 'receipt', repeated: true });
    expect(proof(again)).toEqual(proof(first));
    expect(await office.store.head()).toBe(head);
  });

  it('is known after a restart too, for an act that opened a case as well', async () => {
    const folder = newFolder();
    const before = await newOffice(folder);
    const { parties, caseId, matter } = await opened(before);
    const report = inputOf('reportProblem', { ...parties, file: undefined, target: '', pick: 4 });
    const first = await before.perform('reportProblem', null, report, { idempotencyKey: 'r' });
    const second = await before.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 't', actor: officer });
    await before.close();
    const after = await newOffice(folder);
    const head = await after.store.head();

    expect(proof(await after.perform('reportProblem', null, report, { idempotencyKey: 'r' }))).toEqual(proof(first));
    expect(proof(await after.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 't', actor: officer }))).toEqual(
      proof(second),
    );
    expect(await after.store.head()).toBe(head);
  });

  it('gives the receipt of an act on a case that has been closed to that act since', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    await office.must('transferClue', caseId, transfer(matter), { actor: officer });
    const first = await office.must('receiveClue', caseId, { clueId: 'clue-1' }, { idempotencyKey: 'k' });

    expect(await office.perform('receiveClue', caseId, { clueId: 'clue-1' })).toMatchObject({ kind: 'refusal', code: 'WRONG_STAGE' });
    expect(proof(await office.perform('receiveClue', caseId, { clueId: 'clue-1' }, { idempotencyKey: 'k' }))).toEqual(proof(first));
  });

  it('does not mind in which order the fields of the input are written', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    const turned = Object.fromEntries(Object.entries(transfer(matter)).reverse());
    const first = await office.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 'k', actor: officer });

    expect(proof(await office.perform('transferClue', caseId, turned, { idempotencyKey: 'k', actor: officer }))).toEqual(proof(first));
  });

  it.each<[string, (matter: Matter) => Parameters<Office['perform']>[3], string]>([
    ['another input', () => ({}), 'transferClue'],
    ['another time of the act', () => ({ occurredAt: '2024-09-01T09:00:00+08:00' }), 'transferClue'],
    ['another act', () => ({}), 'closeCase'],
  ])('is refused for %s', async (_what, over, act) => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    await office.must('transferClue', caseId, transfer(matter), { idempotencyKey: 'k', actor: officer });
    const head = await office.store.head();
    const other = act === 'closeCase' ? { summary: '结案' } : { ...transfer(matter), materials: ['另一材料'] };

    expect(await office.perform(act, caseId, other, { ...over(matter), idempotencyKey: 'k', actor: officer })).toMatchObject({
      kind: 'invalid',
      code: 'KEY_REUSED',
    });
    expect(await office.store.head()).toBe(head);
  });

  it('is one key for two requests that come at the same moment, also for two different things', async () => {
    const office = await newOffice();
    const { parties, caseId, matter } = await opened(office);
    const other = await office.openCase(parties, 2);
    const same = await Promise.all(
      [1, 2, 3].map(() => office.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 'same', actor: officer })),
    );
    const different = await Promise.all([
      office.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 'mixed', actor: officer }),
      office.perform('transferClue', caseId, { ...transfer(matter), materials: ['另一材料'] }, { idempotencyKey: 'mixed', actor: officer }),
      office.perform('transferClue', other, transfer(matter), { idempotencyKey: 'mixed', actor: officer }),
    ]);

    expect(same.map(proof)).toEqual([proof(same[0] as ActOutcome), proof(same[0] as ActOutcome), proof(same[0] as ActOutcome)]);
    expect(same.filter((each) => each.kind === 'receipt' && !each.repeated)).toHaveLength(1);
    expect(different.map((each) => each.kind).sort()).toEqual(['invalid', 'invalid', 'receipt']);
    expect(different.filter((each) => each.kind === 'invalid').map((each) => each.code)).toEqual(['KEY_REUSED', 'KEY_REUSED']);
    expect((await office.file(caseId))?.clues.length).toBe(2);
  });

  it('belongs to a person: two people may use the same one', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    for (const person of ['p', 'q']) {
      expect(
        await office.perform('transferClue', caseId, transfer(matter), { idempotencyKey: 'k', actor: { ...officer, person } }),
      ).toMatchObject({ kind: 'receipt', repeated: false });
    }
  });

  it('gives the whole receipt of an act of many events', async () => {
    const office = await newOffice();
    const { partyId } = await office.registered();
    const values = Array.from({ length: 200 }, (_, at) => ({ pollutant: `w${at}`, avg: '-1' }));
    const result = { deviceMn: 'MN-1', period: 'hour', dataTime: '2024-09-10T10:00:00+08:00', values, frameDigest: 'sha256:many' };
    const first = await office.must('recordMonitoringResult', `${partyId}.1`, result, { idempotencyKey: 'k' });
    await office.must('recordEquipmentRestart', `${partyId}.1`, { deviceMn: 'MN-1', dataTime: '2024-09-10T10:00:00+08:00' });

    expect(first.eventIds).toHaveLength(201);
    expect(proof(await office.perform('recordMonitoringResult', `${partyId}.1`, result, { idempotencyKey: 'k' }))).toEqual(proof(first));
  });
});

describe('the expected revision', () => {
  it('lets the act through where it is right, and answers with a conflict where somebody was faster', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);

    expect(await office.perform('transferClue', caseId, transfer(matter), { expectedRevision: 0, actor: officer })).toMatchObject({
      kind: 'receipt',
      revision: 1,
    });
    const head = await office.store.head();
    expect(await office.perform('transferClue', caseId, transfer(matter), { expectedRevision: 0, actor: officer })).toMatchObject({
      kind: 'conflict',
      stream: streamOf('case', caseId),
      expectedRevision: 0,
      currentRevision: 1,
    });
    expect(await office.store.head()).toBe(head);
  });

  it('lets one of many racers win who all saw the same case', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => office.perform('transferClue', caseId, transfer(matter), { expectedRevision: 0, actor: officer })),
    );

    expect(outcomes.filter((each) => each.kind === 'receipt')).toHaveLength(1);
    expect(outcomes.filter((each) => each.kind === 'conflict')).toHaveLength(19);
    expect(await office.store.readStream(streamOf('case', caseId))).toHaveLength(2);
  });
});

describe('callers who race on one case', () => {
  it('leave one lawful history, of which each receipt proves its own part', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.nat(10_000), { minLength: 2, maxLength: 6 }), { minLength: 2, maxLength: 8 }),
        async (rounds) => {
          const office = await newOffice();
          const { parties, caseId } = await opened(office);
          const outcomes: ActOutcome[] = [];
          for (const picks of rounds) {
            const done = await Promise.all(picks.map((pick) => office.anyAct('case', caseId, parties, pick)));
            outcomes.push(...done.filter((each) => each !== undefined));
          }
          const events = await office.store.readStream(streamOf('case', caseId));
          const receipts = outcomes.filter((each) => each.kind === 'receipt');

          expect(() => events.reduce(evolveSubject, initialSubject('case'))).not.toThrow();
          expect(events.map((event) => event.revision)).toEqual(events.map((_, at) => at));
          expect([...receipts.flatMap((each) => each.eventIds)].sort()).toEqual(
            events
              .slice(1)
              .map((event) => event.id)
              .sort(),
          );
          expect(new Set(outcomes.map((each) => each.kind))).not.toContain('invalid');
          await office.close();
        },
      ),
      { numRuns: 25 },
    );
  });

  it('and all saw it as it stands have one winner, whichever acts they do on whatever has happened before', async () => {
    const pick = fc.nat(1_000_000);
    await fc.assert(
      fc.asyncProperty(fc.array(pick, { maxLength: 12 }), fc.array(pick, { minLength: 1, maxLength: 6 }), async (before, racers) => {
        const office = await newOffice();
        const { parties, caseId, matter } = await opened(office);
        for (const each of before) await office.anyAct('case', caseId, parties, each);
        const seen = (await office.store.readStream(streamOf('case', caseId))).length - 1;
        const choices = await Promise.all(racers.map((each) => office.choice('case', caseId, parties, each)));
        // Lawful at any time, so that there is a winner.
        const sure = { act: 'transferClue', input: transfer(matter), actor: officer };
        const outcomes = await Promise.all(
          [...choices.filter((each) => each !== undefined), sure].map(({ act, input, actor }) =>
            office.perform(act, caseId, input, { actor, expectedRevision: seen }),
          ),
        );
        const winners = outcomes.filter((each) => each.kind === 'receipt');

        expect(winners).toHaveLength(1);
        expect(outcomes.filter(({ kind }) => !['receipt', 'conflict', 'refusal', 'denied'].includes(kind))).toEqual([]);
        expect(await office.store.readStream(streamOf('case', caseId), { from: seen + 1 })).toHaveLength(winners[0]?.eventIds.length ?? 0);
        await office.close();
      }),
      { numRuns: 25 },
    );
  });

  it('sign a receipt once: the second hand finds nothing left to sign', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    await office.must('transferClue', caseId, transfer(matter), { actor: officer });
    const outcomes = await Promise.all(Array.from({ length: 10 }, () => office.perform('receiveClue', caseId, { clueId: 'clue-1' })));

    expect(outcomes.filter((each) => each.kind === 'receipt')).toHaveLength(1);
    expect(outcomes.filter((each) => each.kind === 'refusal' && each.code === 'WRONG_STAGE')).toHaveLength(9);
  });
});

describe('an attempt that is not lawful', () => {
  it('stays on record beside the case, once however often it is sent', async () => {
    const office = await newOffice();
    const { caseId } = await opened(office);
    const stranger = actorOf('permitDepartment');
    for (let at = 0; at < 2; at += 1) {
      expect(await office.perform('closeCase', caseId, { summary: '结案' }, { idempotencyKey: 'k', actor: stranger })).toMatchObject({
        kind: 'denied',
        code: 'NOT_COMPETENT',
        rule: 'R-017',
      });
    }
    const record = await office.store.readStream(streamOf('refusals', caseId));

    expect(record).toHaveLength(1);
    expect(record[0]).toMatchObject({
      type: 'ActRefused',
      actor: stranger,
      payload: { act: 'closeCase', subjectKind: 'case', subject: caseId, code: 'NOT_COMPETENT', rule: 'R-017', jurisdiction: JINING },
    });
    expect(await office.store.readStream(streamOf('case', caseId))).toHaveLength(1);
  });

  it('of weight stays on record, and an act out of turn does not', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);

    expect(await office.perform('openInvestigation', caseId, inputOf('openInvestigation', matter))).toMatchObject({
      kind: 'refusal',
      weighty: false,
    });
    expect(await office.store.readStream(streamOf('refusals', caseId))).toEqual([]);
    expect(await office.perform('closeCase', caseId, { summary: '结案' })).toMatchObject({
      kind: 'refusal',
      code: 'CLOSE_OUT_BLOCKED',
      weighty: true,
    });
    expect(await office.store.readStream(streamOf('refusals', caseId))).toMatchObject([
      { payload: { code: 'CLOSE_OUT_BLOCKED', rule: 'R-004' } },
    ]);
  });

  it('does not spend its key: the act may be done under it once it is lawful', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    await office.perform('receiveClue', caseId, { clueId: 'clue-1' }, { idempotencyKey: 'k' });
    await office.must('transferClue', caseId, transfer(matter), { actor: officer });

    expect(await office.perform('receiveClue', caseId, { clueId: 'clue-1' }, { idempotencyKey: 'k' })).toMatchObject({
      kind: 'receipt',
      repeated: false,
    });
  });
});

describe('a request that is wrong in itself', () => {
  const long = 'x'.repeat(10 * 1024 * 1024);

  it.each<
    [
      string,
      string,
      (caseId: string, matter: Matter) => { subject: string | null; input: unknown; over?: Parameters<Office['perform']>[3] },
      string,
    ]
  >([
    [
      'a date that does not exist',
      'openPenaltyCase',
      (subject, matter) => ({ subject, input: { ...inputOf('openPenaltyCase', matter), filedOn: '2024-02-30' } }),
      'input.filedOn',
    ],
    [
      'a negative amount',
      'recordPayment',
      (subject, matter) => ({ subject, input: { ...inputOf('recordPayment', matter), penaltyId: 'penalty-1', amount: '-1' } }),
      'input.amount',
    ],
    ['a text of ten megabytes', 'closeCase', (subject) => ({ subject, input: { summary: long } }), 'input.summary'],
    ['a field that is not there', 'closeCase', (subject) => ({ subject, input: { summary: '结案', hurry: true } }), 'input'],
    ['no input at all', 'closeCase', (subject) => ({ subject, input: null }), 'input'],
    ['an act that does not exist', 'burnFile', (subject) => ({ subject, input: {} }), 'act'],
    ['no id', 'closeCase', () => ({ subject: null, input: { summary: '结案' } }), 'subject'],
    [
      'an id for what is yet to be opened',
      'reportProblem',
      (subject, matter) => ({ subject, input: inputOf('reportProblem', matter) }),
      'subject',
    ],
    ['an unknown id', 'closeCase', () => ({ subject: 'nobody', input: { summary: '结案' } }), 'subject'],
    [
      'an id of ten megabytes',
      'recordMonitoringResult',
      (_id, matter) => ({ subject: long, input: inputOf('recordMonitoringResult', matter), over: { actor: officer } }),
      'subject',
    ],
    [
      'an empty key',
      'closeCase',
      (subject) => ({ subject, input: { summary: '结案' }, over: { idempotencyKey: '' } }),
      'request.idempotencyKey',
    ],
    [
      'a revision below zero',
      'closeCase',
      (subject) => ({ subject, input: { summary: '结案' }, over: { expectedRevision: -1 } }),
      'request.expectedRevision',
    ],
    [
      'an act of tomorrow',
      'closeCase',
      (subject) => ({ subject, input: { summary: '结案' }, over: { occurredAt: '2024-09-11T12:00:00+08:00' } }),
      'request.occurredAt',
    ],
    [
      'a moment without offset',
      'closeCase',
      (subject) => ({ subject, input: { summary: '结案' }, over: { occurredAt: '2024-09-01T12:00:00' } }),
      'request.occurredAt',
    ],
    [
      'evidence without a digest',
      'closeCase',
      (subject) => ({
        subject,
        input: { summary: '结案' },
        over: { evidence: [{ digest: 'none', name: 'x', mediaType: 'text/plain', bytes: 1 }] },
      }),
      'request.evidence.0',
    ],
  ])('with %s changes nothing and is told which field', async (_what, act, make, path) => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    const { subject, input, over } = make(caseId, matter);
    const head = await office.store.head();

    expect(await office.perform(act, subject, input, over)).toMatchObject({ kind: 'invalid', fields: [{ path }] });
    expect(await office.store.head()).toBe(head);
  });

  it('writes nothing whatever is thrown at it', async () => {
    const office = await newOffice();
    const { caseId } = await opened(office);
    const head = await office.store.head();
    const names = ACTS.flatMap(({ acts }) => acts.map((act) => act.name));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.jsonValue({ maxDepth: 3 }), async (act, input) => {
        fc.pre(typeof input !== 'object' || input === null || Array.isArray(input) || !('clueId' in input));
        const opens = ACTS.flatMap(({ acts }) => acts).some((each) => each.name === act && each.opens);

        expect(await office.perform(act, opens ? null : caseId, input)).toMatchObject({ kind: 'invalid' });
      }),
    );

    expect(await office.store.head()).toBe(head);
  });
});

describe('authority', () => {
  const functions = Object.keys(FUNCTIONS) as readonly OfficialFunction[];
  const acts = ACTS.flatMap((group) => group.acts);

  const subjects = async (office: Office) => {
    const { parties, caseId, matter } = await opened(office);
    const interference = subjectOf(await office.must('recordInterference', null, inputOf('recordInterference', matter)));
    await office.must('registerPerson', 'chen', inputOf('registerPerson', matter));
    const open = async (act: string) => subjectOf(await office.must(act, null, inputOf(act, matter)));
    const bySort = {
      case: caseId,
      interference,
      party: parties.partyId,
      person: 'chen',
      labInspection: await open('drawLabInspection'),
      outlet: `${parties.partyId}.1`,
      discipline: await open('transferDisciplineClue'),
      supervision: await open('openSupervision'),
      report: await open('receivePublicReport'),
      credit: await open('recordCreditBreach'),
      publication: await open('openPublicationLedger'),
      refusals: caseId,
      records: caseId,
      calendar: '2027',
      clock: caseId,
      unit: JINING,
    };

    return { matter: { ...matter, target: 'item-1' }, subjectFor: (act: string): string => bySort[kindOf(act)] };
  };

  const UNKNOWN = { kind: 'invalid', code: 'UNKNOWN_ID' };
  const KNOWN_TO: readonly string[] = [
    'monitoringUnit',
    'monitoringControlCentre',
    'permitDepartment',
    'enforcementAgency',
    'legalReviewer',
    'authorityHead',
    'disciplineInspection',
  ];
  /** Of these records of their area, the offices beside them know nothing (O-26, O-39, O-46). */
  const RESERVED: Readonly<Record<string, readonly string[]>> = {
    interference: ['disciplineInspection', firstFunction('recordInterference')],
    discipline: ['disciplineInspection', 'procuratorate', 'authorityHead'],
    report: [...KNOWN_TO, 'marketRegulator', 'publicWindow'],
  };
  /** Outside the authority nobody is told of a case that they were sent nothing of; a party is told of its own matters only. */
  const isHiddenFrom = (fn: OfficialFunction, act: string, opens: boolean): boolean => {
    const kind = kindOf(act);
    if (opens || ['outlet', 'calendar', 'unit', 'person'].includes(kind)) return false;

    return kind === 'case' ? !KNOWN_TO.includes(fn) : fn === 'dischargingEntity' || RESERVED[kind]?.includes(fn) === false;
  };

  it('denies every act to every function that it does not belong to, and keeps the attempt', async () => {
    const office = await newOffice();
    const { matter, subjectFor } = await subjects(office);
    const before = await office.store.head();
    let attempts = 0;
    for (const act of acts) {
      for (const fn of functions.filter((each) => !act.by.includes(each))) {
        const outcome = await office.perform(act.name, act.opens ? null : subjectFor(act.name), inputOf(act.name, matter), {
          actor: actorOf(fn),
        });
        attempts += 1;

        const denied = { kind: 'denied', code: 'NOT_COMPETENT', rule: act.basis.includes('R-006') ? 'R-006' : 'R-017' };
        expect({ act: act.name, fn, ...outcome }).toMatchObject(isHiddenFrom(fn, act.name, act.opens) ? UNKNOWN : denied);
      }
    }
    const written = await office.store.readAll(before, 10_000);

    expect(attempts).toBeGreaterThan(400);
    expect(written).toHaveLength(attempts);
    expect(new Set(written.map((event) => event.type))).toEqual(new Set(['ActRefused']));
  });

  it('shows a function as open only what belongs to it', async () => {
    const office = await newOffice();
    const { subjectFor } = await subjects(office);
    for (const kind of ['case', 'interference', 'party'] as const) {
      const group = ACTS.find((each) => each.kind === kind)?.acts ?? [];
      const subject = subjectFor(group[0]?.name ?? '');
      // Of a record nothing is open to who may not know of it, and that is not said.
      const may = functions.filter((fn) => kind !== 'interference' || fn === 'disciplineInspection');
      for (const fn of functions.filter((each) => !may.includes(each))) {
        await expect(office.desk.availableActs(kind, subject, actorOf(fn, { person: 'other' }))).rejects.toMatchObject({
          code: 'UNKNOWN_ID',
        });
      }
      for (const fn of may) {
        const options = await office.desk.availableActs(kind, subject, actorOf(fn));

        expect(options.map((option) => option.act)).toEqual(group.filter((act) => !act.opens).map((act) => act.name));
        for (const option of options) {
          const mine = group.find((act) => act.name === option.act)?.by.includes(fn) === true;
          expect(option.refusal?.code === 'NOT_COMPETENT').toBe(!mine);
          expect(option.open).toBe(option.refusal === null);
        }
      }
    }
    await expect(office.desk.availableActs('case', 'nobody', officer)).rejects.toMatchObject({ code: 'UNKNOWN_ID' });
  });

  it('reaches as far as the area of the office, over every act and every area', async () => {
    const office = await newOffice();
    const { matter, subjectFor } = await subjects(office);
    const area = fc.oneof(
      fc.constantFrom('000000', '370000', '370800', '370829', '371000', '370900', '220100', '110000'),
      fc.integer({ min: 0, max: 999_999 }).map((code) => String(code).padStart(6, '0')),
    );
    await fc.assert(
      // A calendar is the whole country's.
      fc.asyncProperty(fc.constantFrom(...acts.filter(({ name }) => kindOf(name) !== 'calendar')), area, async (act, jurisdiction) => {
        const actor: Actor = actorOf(firstFunction(act.name), { jurisdiction });
        const outcome = await office.perform(act.name, act.opens ? null : subjectFor(act.name), inputOf(act.name, matter), { actor });
        const hidden = outcome.kind === 'invalid' && outcome.code === 'UNKNOWN_ID';
        const outside = hidden || (outcome.kind === 'denied' && ['OUT_OF_JURISDICTION', 'NOT_OWN_PARTY'].includes(outcome.code));
        const isHanded = actor.function === 'policeAuthority' || actor.function === 'marketRegulator';
        const isNever = actor.function === 'dischargingEntity' || (isHanded && kindOf(act.name) === 'case' && !act.opens);

        expect({ act: act.name, jurisdiction, outside }).toEqual({
          act: act.name,
          jurisdiction,
          // The holidays of a year lie in no area.
          outside: isNever || (kindOf(act.name) !== 'calendar' && !covers(jurisdiction, JINING)),
        });
      }),
      { numRuns: 300 },
    );
  });

  it('reaches into another area with a clue that was handed over, and no further', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    const elsewhere = actorOf('enforcementAgency', { jurisdiction: '220100' });
    const to = { organisation: '长春市生态环境局', function: 'enforcementAgency', jurisdiction: '220100' };
    const early = await office.perform('receiveClue', caseId, { clueId: 'clue-1' }, { actor: elsewhere });
    const none = await office.perform('receiveClue', '00000000-0000-4000-8000-000000000000', { clueId: 'clue-1' }, { actor: elsewhere });
    expect(early).toMatchObject(UNKNOWN);
    expect(JSON.stringify(early).replaceAll(caseId, '')).toBe(JSON.stringify(none).replaceAll('00000000-0000-4000-8000-000000000000', ''));
    expect((await office.store.readStream(streamOf('refusals', caseId))).map(({ payload }) => payload)).toMatchObject([
      { act: 'receiveClue', code: 'OUT_OF_JURISDICTION', rule: 'W-10' },
    ]);
    await office.must('transferClue', caseId, { ...transfer(matter), to }, { actor: officer });

    expect(await office.perform('receiveClue', caseId, { clueId: 'clue-1' }, { actor: elsewhere })).toMatchObject({ kind: 'receipt' });
    expect(await office.perform('acceptClue', caseId, { clueId: 'clue-1' }, { actor: officer })).toMatchObject({
      kind: 'refusal',
      rule: 'W-01',
    });
  });

  it('covers a place by province, city and county, and never the other way round', () => {
    const code = fc.tuple(fc.integer({ min: 11, max: 82 }), fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 99 }));
    const two = (value: number) => String(value).padStart(2, '0');
    fc.assert(
      fc.property(code, code, ([province, city, county], [other, otherCity, otherCounty]) => {
        const place = `${province}${two(city)}${two(county)}`;
        const levels = ['000000', `${province}0000`, `${province}${two(city)}00`, place];
        levels.forEach((area, at) => levels.forEach((under, below) => expect(covers(area, under)).toBe(at <= below)));
        const away = `${other}${two(otherCity)}${two(otherCounty)}`;
        expect(covers(`${other}0000`, place)).toBe(other === province);
        expect(covers(away, place)).toBe(away === place);
      }),
    );
  });
});

describe('a desk and its log', () => {
  it('sees what another desk on the same log has written', async () => {
    const office = await newOffice();
    const { caseId, matter } = await opened(office);
    const other = new EventSourcedDesk({ store: office.store, now: () => '2024-09-10T13:00:00+08:00' });
    await office.desk.availableActs('case', caseId, officer);
    await other.perform(requestOf('transferClue', caseId, transfer(matter)), officer);

    expect(await office.perform('receiveClue', caseId, { clueId: 'clue-1' })).toMatchObject({ kind: 'receipt', revision: 2 });
    expect((await office.store.readAll(START, 100)).map((event) => event.position)).toEqual(expect.arrayContaining([1, 2, 3]));
  });
});
