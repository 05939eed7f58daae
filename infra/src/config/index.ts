export { readConfig, ROLES, trustsEmbeddedIssuer, variables, type Config, type Role, type Variable } from './config';
export { logger } from './logger';
