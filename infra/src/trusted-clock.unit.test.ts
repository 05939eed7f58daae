import { hasCode } from '@liuhen/workflows';
import { TrustedClock, type Clocks } from './trusted-clock';

const HOUR = 3_600_000;

/** A machine whose clocks a test sets. */
const machine = () => {
  const state = { wall: 1_700_000_000_000, steady: 0, other: (): Promise<number> => Promise.resolve(0) };
  const clocks: Clocks = { wall: () => state.wall, steady: () => state.steady, other: () => state.other() };
  const pass = (milliseconds: number): void => {
    state.wall += milliseconds;
    state.steady += milliseconds;
  };

  return { state, clocks, pass };
};

const faults: object[] = [];
const log = { error: (fields: object) => faults.push(fields) };

const isTrusted = (clock: TrustedClock): boolean => {
  try {
    return clock.now().endsWith('+08:00');
  } catch (error) {
    if (hasCode(error, 'CLOCK_APART')) return false;
    throw error;
  }
};

describe('our clock', () => {
  it('is trusted while time passes as it should', () => {
    const { clocks, pass } = machine();
    const clock = new TrustedClock(clocks, log);
    pass(10 * HOUR);

    expect(isTrusted(clock)).toBe(true);
  });

  it.each([HOUR, -HOUR])(
    'is not trusted from the moment on that somebody sets it by %i ms, before it was held against any other',
    (jump) => {
      const { clocks, state, pass } = machine();
      const clock = new TrustedClock(clocks, log);
      pass(60_000);
      state.wall += jump;

      expect(isTrusted(clock)).toBe(false);
      state.wall -= jump;
      expect(isTrusted(clock)).toBe(true);
    },
  );

  it('is not trusted while another one is an hour from it, and is again when it was set right', async () => {
    const { clocks, state } = machine();
    const clock = new TrustedClock(clocks, log);
    state.other = () => Promise.resolve(HOUR);
    await clock.compare();
    expect(isTrusted(clock)).toBe(false);
    state.wall += HOUR;
    expect(isTrusted(clock)).toBe(true);
    state.other = () => Promise.resolve(0);
    await clock.compare();

    expect(isTrusted(clock)).toBe(true);
  });

  it('is held against what is known where the other one cannot be asked, and says so', async () => {
    const { clocks, state } = machine();
    const clock = new TrustedClock(clocks, log);
    state.other = () => Promise.reject(new Error('away'));
    await clock.compare();
    expect(faults).toHaveLength(1);
    expect(isTrusted(clock)).toBe(true);
    state.wall += HOUR;

    expect(isTrusted(clock)).toBe(false);
  });
});
