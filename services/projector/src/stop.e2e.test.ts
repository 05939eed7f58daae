import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { logger, openEventStore } from '@liuhen/infra';
import { KurrentDouble } from '../../../infra/src/event-store/kurrentdb/testing/double';
import { someEvents } from '../../../infra/src/event-store/testing/events';
import { dropDatabases, newDatabase, withMongo } from '../../../infra/src/mongodb/testing/server';
import { Wire } from '../../../infra/src/testing/wire';
import { Program } from './testing/process';

const SERVICES = resolve(__dirname, '../..');
const root = mkdtempSync(join(tmpdir(), 'liuhen-stop-'));
const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
afterAll(async () => {
  await dropDatabases();
  rmSync(root, { recursive: true, force: true });
});

/** Longer than any test waits. */
const FOR_EVER = 3_600_000;

const TROUBLES: Readonly<Record<string, (wire: Wire) => void>> = {
  cut: (wire) => wire.cut(),
  silent: (wire) => wire.slowDown(FOR_EVER),
};

(withMongo ? describe : describe.skip)('a program that is told to stop', () => {
  it.each(Object.keys(TROUBLES).flatMap((trouble) => ['projector', 'scheduler', 'api'].map((script) => [script, trouble] as const)))(
    'ends by itself: %s, while the way to the read models is %s',
    async (script, trouble) => {
      const double = await KurrentDouble.start();
      closing.push(() => Promise.resolve(double.stop()));
      const wire = await Wire.to(newDatabase());
      closing.push(() => wire.close());
      const program = new Program(join(SERVICES, script, 'dist/main.js'), {
        LIUHEN_DATA: join(root, `${script}-${trouble}`),
        LIUHEN_EVENTS: double.url,
        LIUHEN_READ_MODELS: wire.url,
        LIUHEN_PORT: '0',
        LIUHEN_HJ212_PORT: '0',
        LIUHEN_STOP_SECONDS: '1',
        LIUHEN_LOG_LEVEL: 'error',
      });
      closing.push(() => program.signal('SIGKILL'));
      await program.start(/http:\/\/\S+\s/);
      TROUBLES[trouble]?.(wire);
      const store = await openEventStore({ events: double.url, deployment: 'liuhen', folder: join(root, 'writer'), log: logger('silent') });
      await store.append(`case-${script}-${trouble}`, someEvents(5), 'none');
      await store.close();

      expect([0, 1]).toContain(await program.signal('SIGTERM'));
    },
  );
});
