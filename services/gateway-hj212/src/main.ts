import { runProgram } from '@liuhen/infra';
import { startGateway } from './gateway';

void runProgram(async (config, log) => {
  const running = await startGateway(config, log);
  const { host, port } = running.hj212;
  log.info({ health: running.health, hj212: port }, 'taking frames of devices');

  return { greeting: `${running.health}\ntcp://${host}:${port}\n`, stop: () => running.stop() };
});
