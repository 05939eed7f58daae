export { banner } from './banner';
export { chinaNow } from './clock';
export { readConfig, variables, type Config, type Variable } from './config';
export { CompiledOperations } from './graphql/compiled';
export { relatedStreams } from './ledger/related';
export { logger } from './logger';
export { startService, type RunningService } from './service';
