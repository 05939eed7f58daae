export { openSeriesStore, type Sample, type SeriesStore } from './series-store';
