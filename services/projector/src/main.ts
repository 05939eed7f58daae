import { runProgram } from '@liuhen/infra';
import { startProjector } from './projector';

void runProgram(async (config, log) => {
  const running = await startProjector(config, log);
  log.info({ health: running.health }, 'standing by to keep the read models');

  return { greeting: `${running.health}\n`, stop: () => running.stop() };
});
