export { openMongoReadStore } from './mongodb-read-store';
