import type { RecordedEvent } from '@liuhen/workflows';
import type { FollowerHealth } from '../event-store';
import { LogWatch } from './log-watch';

const quiet = { error: () => undefined };

const LOOKS = [0, 1, 2, 3, 4];

/** A log that answers when it is told to, and its watch, which looks when it is told to. */
const watched = () => {
  const asked: { answer(): void; fail(): void }[] = [];
  const followers: FollowerHealth[] = [];
  const watch = new LogWatch(
    {
      readAll: () =>
        new Promise<readonly RecordedEvent[]>((resolve, reject) => {
          asked.push({ answer: () => resolve([]), fail: () => reject(new Error('away')) });
        }),
      health: () => ({ followers, foreign: 0, truncating: [] }),
    },
    quiet,
  );
  watch.stop();

  return { watch, asked, followers };
};

describe('the watch over the log', () => {
  it('takes one slow answer for no fault, and asks nothing more until it is there', async () => {
    const { watch, asked } = watched();
    const slow = watch.look();
    for (let look = 1; look < LOOKS.length; look += 1) void watch.look();
    const during = watch.faults;
    asked[0]?.answer();
    await slow;
    for (let look = 1; look <= LOOKS.length; look += 1) void watch.look();

    expect([during, watch.faults]).toEqual([[], []]);
    expect(asked).toHaveLength(2);
  });

  it('says that the log cannot be reached where it is silent for longer, until it answers', async () => {
    const { watch, asked } = watched();
    const first = watch.look();
    for (let look = 1; look <= LOOKS.length; look += 1) void watch.look();
    const silent = watch.faults;
    asked[0]?.answer();
    await first;

    expect([silent, watch.faults]).toEqual([['the log cannot be reached'], []]);
  });

  it('says so too where it answers with nothing but failures', async () => {
    const { watch, asked } = watched();
    for (const look of [...LOOKS, LOOKS.length]) {
      const failed = watch.look();
      asked[look]?.fail();
      await failed;
    }

    expect(watch.faults).toEqual(['the log cannot be reached']);
  });

  it('says that the log cannot be followed where it answers and a follower finds no way back to it', async () => {
    const { watch, asked, followers } = watched();
    const looked = async (times: number): Promise<readonly string[]> => {
      for (let look = 0; look < times; look += 1) {
        const done = watch.look();
        asked.at(-1)?.answer();
        await done;
      }

      return watch.faults;
    };
    followers.push({ state: 'connecting', position: 3, reconnects: 9 });
    const [soon, late] = [await looked(LOOKS.length), await looked(1)];
    followers[0] = { state: 'behind', position: 3, reconnects: 10 };

    expect([soon, late, await looked(1)]).toEqual([[], ['the log cannot be followed'], []]);
  });
});
