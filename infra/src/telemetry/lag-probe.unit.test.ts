import { START, type RecordedEvent } from '@liuhen/workflows';
import { LagProbe } from './lag-probe';

describe('the lag of the read models', () => {
  it('is asked for once at a time, however many want to know, and anew when it was told', async () => {
    const asked: PromiseWithResolvers<readonly RecordedEvent[]>[] = [];
    const readAll = () => {
      const answer = Promise.withResolvers<readonly RecordedEvent[]>();
      asked.push(answer);

      return answer.promise;
    };
    const log = { readAll };
    const probe = new LagProbe({ log, position: () => START, clock: () => Promise.resolve(0) }, { error: () => undefined });
    const both = [probe.measure(), probe.measure()];
    while (asked.length === 0) await new Promise((wake) => setImmediate(wake));
    asked[0]?.resolve([]);

    expect(await Promise.all(both)).toEqual([probe.last, probe.last]);
    expect(asked).toHaveLength(1);
    void probe.measure();
    while (asked.length === 1) await new Promise((wake) => setImmediate(wake));
    asked[1]?.resolve([]);
    probe.stop();
  });
});
