export { readConfig, trustsEmbeddedIssuer, type Config } from './config';
export { ROLES, variables, type Role, type Variable } from './variables';
export { logger } from './logger';
