import type { ActOutcome, ActRequest, Desk } from '@liuhen/workflows';
import { actorOf, requestOf } from './testing/office';
import { PunctualDesk } from './punctual-desk';

const REQUEST: ActRequest = requestOf('registerParty', null, {});
const ACTOR = actorOf('registrar');

const deskWith = (perform: Desk['perform']): Desk => ({ perform, availableActs: () => Promise.resolve([]) });

describe('a desk whose answers come in time', () => {
  it('says of an act that takes too long that its outcome is unknown, goes on with it, and tells what came of it', async () => {
    const outcome = Promise.withResolvers<ActOutcome>();
    const told = Promise.withResolvers<object>();
    const log = { info: (fields: object) => told.resolve(fields), error: (fields: object) => told.resolve(fields) };
    const desk = new PunctualDesk(
      deskWith(() => outcome.promise),
      { patience: 5, log },
    );

    await expect(desk.perform(REQUEST, ACTOR)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    outcome.resolve({ kind: 'conflict', expected: 0, current: 1 } as unknown as ActOutcome);
    expect(await told.promise).toEqual({ act: 'registerParty', outcome: 'conflict' });
  });

  it('tells of an act that fails after its answer', async () => {
    const told = Promise.withResolvers<object>();
    const log = { info: () => undefined, error: (fields: object) => told.resolve(fields) };
    const outcome = Promise.withResolvers<ActOutcome>();
    const desk = new PunctualDesk(
      deskWith(() => outcome.promise),
      { patience: 5, log },
    );
    await expect(desk.perform(REQUEST, ACTOR)).rejects.toMatchObject({ code: 'OUTCOME_UNKNOWN' });
    outcome.reject(new Error('gone'));

    expect(await told.promise).toMatchObject({ act: 'registerParty', err: { message: 'gone' } });
  });
});
