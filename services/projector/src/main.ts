import { runProgram } from '@liuhen/infra';
import { startProjector } from './projector';

void runProgram(async (config, log) => {
  const { health, stop } = await startProjector(config, log);
  log.info({ health }, 'standing by to keep the read models');

  return { greeting: `${health}\n`, stop };
});
