import { randomUUID } from 'node:crypto';
import { logger, openEventStore, type EventStore } from '@liuhen/infra';
import type { NewEvent } from '@liuhen/workflows';
import { OFFICER, type Stand } from './stand';

const PAST = '2024-09-02T09:00:00+08:00';

const past = (caseId: string, type: string, payload: object): NewEvent => ({
  id: randomUUID(),
  type,
  payload: { clueId: 'clue-1', ...payload },
  schemaVersion: 1,
  occurredAt: PAST,
  recordedAt: PAST,
  actor: OFFICER,
  actId: randomUUID(),
  correlationId: caseId,
  causationId: null,
  basis: [],
  evidence: [],
});

/** A clue that came to the agency in 2024, and on record: the fifteen days for the filing are long over. */
const overdue = (caseId: string): readonly NewEvent[] => [
  past(caseId, 'ProblemFound', {
    problemId: 'problem-1',
    title: '超标',
    source: 'enforcementMonitoring',
    partyId: 'party-1',
    partyName: '某某化工',
    outletId: null,
    jurisdiction: '370800',
    facts: '超标',
    foundAt: PAST,
    suspicionIds: [],
    reporterAwaitsAnswer: false,
  }),
  past(caseId, 'ClueTransferred', {
    problemIds: ['problem-1'],
    from: { organisation: '监测中心', function: 'monitoringUnit', jurisdiction: '370800' },
    to: { organisation: '执法支队', function: 'enforcementAgency', jurisdiction: '370800' },
    materials: ['监测报告'],
    verified: true,
    fraud: false,
    note: null,
  }),
  past(caseId, 'ClueReceived', {}),
];

/** Puts into the log what an earlier year left in it, past every wire: work for the statutory clock. */
export class EarlierYear {
  readonly cases: string[] = [];

  private constructor(private readonly store: EventStore) {}

  /** For a log on a server; an embedded one has its one writer. */
  static async of({ engines, folder }: Stand): Promise<EarlierYear> {
    return new EarlierYear(await openEventStore({ events: engines.direct.events, deployment: 'liuhen', folder, log: logger('silent') }));
  }

  async overdueCase(caseId: string): Promise<void> {
    await this.store.append(`case-${caseId}`, overdue(caseId), 'none');
    this.cases.push(caseId);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}
