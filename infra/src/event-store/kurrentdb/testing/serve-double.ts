/** Serves a double until its standard input ends, and says where. */
import { KurrentDouble } from './double';

const serve = async (): Promise<void> => {
  const double = await KurrentDouble.start();
  process.stdout.write(`${double.url}\n`);
  process.stdin.resume().on('end', () => process.exit(0));
};

void serve();
