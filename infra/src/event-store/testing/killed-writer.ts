/** Appends batches of three until it is killed, and tells each acknowledged one on its standard output. */
import { openSqliteEventStore } from '../sqlite-event-store';
import { someEvents } from './events';

const write = async (folder: string): Promise<void> => {
  const store = await openSqliteEventStore({ folder });
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

void write(process.argv[2] ?? '');
