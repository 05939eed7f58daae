/** Appends batches of three until it is killed, and tells each acknowledged one on its standard output. */
import { EMBEDDED, openEventStore } from '../open';
import { someEvents } from './events';

const quiet = { info: () => undefined, error: () => undefined };

const write = async (folder: string, events: string): Promise<void> => {
  const store = await openEventStore({ events, deployment: 'liuhen-test', folder, log: quiet });
  await Promise.all(
    Array.from({ length: 8 }, async (_, lane) => {
      for (let batch = 0; ; batch += 1) {
        const stream = `case-${process.pid}-${lane}-${batch}`;
        await store.append(stream, someEvents(3), 'none');
        process.stdout.write(`${stream}\n`);
      }
    }),
  );
};

void write(process.argv[2] ?? '', process.argv[3] ?? EMBEDDED);
