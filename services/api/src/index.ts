export { banner } from './banner';
export { CompiledOperations } from './graphql/compiled';
export { exportOnRecord, readExportWish } from './ledger/exports';
export { startService, type RunningService } from './service';
