export { connectMongo, type MongoConnection, type MongoOptions } from './connect';
