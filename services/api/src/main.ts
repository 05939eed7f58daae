import { runProgram } from '@liuhen/infra';
import { banner } from './banner';
import { startService } from './service';

void runProgram(async (config, log) => {
  const service = await startService(config, log);

  return { greeting: banner(service, config.data), stop: () => service.stop() };
});
