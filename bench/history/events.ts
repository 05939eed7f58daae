import { randomUUID } from 'node:crypto';
import type { Actor, NewEvent } from '@liuhen/workflows';

export const JINING = '370800';

export const OFFICER: Actor = {
  person: 'p-1',
  name: '张三',
  organisation: '济宁市生态环境局',
  office: '执法支队',
  function: 'enforcementAgency',
  jurisdiction: JINING,
};

export const anEvent = (over: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'ClueReceived',
  payload: { clueId: 'clue-1' },
  schemaVersion: 1,
  occurredAt: '2024-08-30T09:00:00+08:00',
  recordedAt: '2024-08-30T09:00:01+08:00',
  actor: OFFICER,
  actId: randomUUID(),
  correlationId: 'c-1',
  causationId: null,
  basis: [],
  evidence: [],
  ...over,
});

export const someEvents = (count: number): readonly NewEvent[] => Array.from({ length: count }, () => anEvent());
