import { runProgram } from '@liuhen/infra';
import { startClock } from './clock';

void runProgram(async (config, log) => {
  const { health, stop } = await startClock(config, log);
  log.info({ health }, 'standing by as the statutory clock');

  return { greeting: `${health}\n`, stop };
});
