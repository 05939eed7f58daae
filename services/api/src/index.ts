export { banner } from './banner';
export { CompiledOperations } from './graphql/compiled';
export { relatedStreams } from './ledger/related';
export { startService, type RunningService } from './service';
