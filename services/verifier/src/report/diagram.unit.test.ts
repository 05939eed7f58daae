import * as law from '@liuhen/workflows';
import type { RecordedEvent } from '@liuhen/workflows';
import { anEvent } from '../../../../infra/src/event-store/testing/events';
import { diagrams, PROCEDURES } from './diagram';
import { PROCEDURE_WORDS } from './procedure-words';

const recorded = (type: string, payload: object, revision: number): RecordedEvent => ({
  ...anEvent({ type, payload, occurredAt: `2024-09-0${revision + 1}T09:00:00+08:00` }),
  stream: 'case-1',
  revision,
  position: revision,
});

describe('the diagrams of a report', () => {
  it('know every procedure of the law', () => {
    const all = Object.entries(law).flatMap(([name, value]) => (name.endsWith('Procedure') ? [value] : []));

    expect(all.filter((procedure) => !(PROCEDURES as readonly unknown[]).includes(procedure))).toEqual([]);
    expect(PROCEDURES.length).toBe(new Set(PROCEDURES).size);
  });

  it('have a word for every procedure and every status of it, and for nothing else', () => {
    const words = Object.entries(PROCEDURE_WORDS).map(([id, { statuses }]) => [id, Object.keys(statuses).sort()]);
    const statuses = PROCEDURES.map(({ id, machine }) => [id, Object.keys(machine.states).sort()]);

    expect(words.sort()).toEqual(statuses.sort());
  });

  it('show the way of each item apart, though one event moved several', () => {
    const drawn = diagrams([
      recorded('ProblemFound', { problemId: 'problem-1' }, 0),
      recorded('InvestigationReported', { findings: [{ problemId: 'problem-1' }, { problemId: 'problem-2' }] }, 1),
      recorded('ProblemStruckOff', { problemId: 'problem-2' }, 2),
    ]);
    const figures = drawn.match(/<figure>.*?<\/figure>/gsu)?.filter((figure) => figure.includes('问题 <small>')) ?? [];

    expect(figures.map((figure) => /problem-\d/u.exec(figure)?.[0])).toEqual(['problem-1', 'problem-2']);
    expect(figures.map((figure) => figure.includes('已销号'))).toEqual([false, true]);
    expect(figures[1]).toContain('2024-09-03');
  });
});
