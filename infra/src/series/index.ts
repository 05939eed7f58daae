export { openMongoSeriesStore } from './mongodb-series-store';
export type { Sample, SeriesRange, SeriesStore } from './port';
export { openSeriesStore } from './sqlite-series-store';
