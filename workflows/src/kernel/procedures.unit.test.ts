import fc from 'fast-check';
import { getNextTransitions, initialTransition, transition } from 'xstate';
import * as workflows from '..';
import type { Procedure } from '..';

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === 'object' && value !== null && 'machine' in value && 'eventsFrom' in value;

const PROCEDURES = Object.values<unknown>(workflows).filter(isProcedure);

/** Where a matter may rest although the law can still take it up again; all other ends are those that nothing leads out of. */
const RESTS: Readonly<Record<string, readonly string[]>> = {
  case: ['closed'],
  problem: ['struckOff'],
  investigation: ['reported'],
  productionRestriction: ['lifted'],
};

const statusesOf = ({ machine }: Procedure): readonly string[] => Object.keys(machine.states);

const nextOf = (procedure: Procedure, status: string): readonly string[] =>
  procedure.eventsFrom(status).map((event) => procedure.next(status, event) ?? '');

/** Everything that a walk along the arrows comes to. */
const reachedFrom = (procedure: Procedure, start: readonly string[], arrows = nextOf): ReadonlySet<string> => {
  const reached = new Set(start);
  for (const status of reached) for (const next of arrows(procedure, status)) reached.add(next);

  return reached;
};

const cameFrom = (procedure: Procedure, status: string): readonly string[] =>
  statusesOf(procedure).filter((before) => nextOf(procedure, before).includes(status));

const isEnd = (procedure: Procedure, status: string): boolean =>
  (RESTS[procedure.id]?.includes(status) ?? false) || nextOf(procedure, status).every((next) => next === status);

/** Status after a path, by XState's own functions; an event that the machine does not foresee changes nothing. */
const byMachine = ({ machine }: Procedure, path: readonly string[]): readonly { status: string; foreseen: boolean }[] => {
  let [snapshot] = initialTransition(machine);

  return path.map((type) => {
    const foreseen = getNextTransitions(snapshot).some((each) => each.eventType === type);
    [snapshot] = transition(machine, snapshot, { type });

    return { status: String(snapshot.value), foreseen };
  });
};

const byTable = (procedure: Procedure, path: readonly string[]): readonly { status: string; foreseen: boolean }[] => {
  let status = procedure.initial;

  return path.map((type) => {
    const next = procedure.next(status, type);
    status = next ?? status;

    return { status, foreseen: next !== undefined };
  });
};

describe.each(PROCEDURES.map((procedure) => [procedure.id, procedure] as const))('the procedure %s', (_id, procedure) => {
  it('comes to every status, and so along every arrow', () => {
    const reached = reachedFrom(procedure, [procedure.initial]);

    expect(statusesOf(procedure).filter((status) => !reached.has(status))).toEqual([]);
  });

  it('leaves no status without a way to an end', () => {
    const ends = statusesOf(procedure).filter((status) => isEnd(procedure, status));
    const saved = reachedFrom(procedure, ends, cameFrom);

    expect(ends).not.toEqual([]);
    expect(statusesOf(procedure).filter((status) => !saved.has(status))).toEqual([]);
  });

  it('is the same by its table as by its machine, on any path, lawful or not', () => {
    const event = fc.constantFrom(...procedure.events, 'NoSuchEvent');
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (path) => {
        expect(byTable(procedure, path)).toEqual(byMachine(procedure, path));
      }),
    );
  });

  it('is the same on lawful paths as long as they go', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 60 }), (picks) => {
        const path: string[] = [];
        let status = procedure.initial;
        for (const pick of picks) {
          const events = procedure.eventsFrom(status);
          const chosen = events[pick % Math.max(events.length, 1)];
          if (chosen === undefined) break;
          path.push(chosen);
          status = procedure.next(status, chosen) ?? status;
        }
        const walked = byMachine(procedure, path);

        expect(walked.every(({ foreseen }) => foreseen)).toBe(true);
        expect(walked.at(-1)?.status ?? procedure.initial).toBe(status);
      }),
    );
  });
});

it('there are as many procedures as proceedings with a machine', () => {
  expect(PROCEDURES.length).toBeGreaterThanOrEqual(14);
  expect(new Set(PROCEDURES.map(({ id }) => id)).size).toBe(PROCEDURES.length);
});
