export { openMongoSeriesStore } from './mongodb-series-store';
export type { Sample, SeriesRange, SeriesStore } from './port';
export { openSeriesStore, SERIES_FILE } from './sqlite-series-store';
