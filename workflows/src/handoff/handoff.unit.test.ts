import * as workflows from '..';
import { handoffRules, type Procedure } from '..';

const isProcedure = (value: unknown): value is Procedure =>
  typeof value === 'object' && value !== null && 'machine' in value && 'eventsFrom' in value;

const foreseen = new Set(
  Object.values<unknown>(workflows)
    .filter(isProcedure)
    .flatMap(({ events }) => events),
);

describe('the hand-offs', () => {
  it('are five: clues, transfers to the police for crime and for detention, to other departments, and clues on officials', () => {
    expect(handoffRules.map(({ id }) => id)).toEqual(
      expect.arrayContaining(['clue', 'criminalTransfer', 'detentionTransfer', 'outsideTransfer', 'disciplineClue']),
    );
    expect(new Set(handoffRules.map(({ id }) => id)).size).toBe(handoffRules.length);
  });

  it.each(handoffRules.map((rule) => [rule.id, rule] as const))('%s moves by events that its procedure foresees', (_id, rule) => {
    expect(Object.keys(rule.moves).filter((type) => !foreseen.has(type))).toEqual([]);
    expect(rule.title.zh).toMatch(/\p{Script=Han}/u);
  });

  it('share no event between two of them', () => {
    const types = handoffRules.flatMap(({ offers, moves }) => [...Object.keys(offers), ...Object.keys(moves)]);

    expect(new Set(types).size).toBe(types.length);
  });
});
