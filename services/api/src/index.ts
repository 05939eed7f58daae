export { banner } from './banner';
export { CompiledOperations } from './graphql/compiled';
export { exportOnRecord } from './ledger/exports';
export { startService, type RunningService } from './service';
