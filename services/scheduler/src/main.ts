import { runProgram } from '@liuhen/infra';
import { startClock } from './clock';

void runProgram(async (config, log) => {
  const running = await startClock(config, log);
  log.info({ health: running.health }, 'standing by as the statutory clock');

  return { greeting: `${running.health}\n`, stop: () => running.stop() };
});
