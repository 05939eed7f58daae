import type { Standing } from './port';

export const TABLES = `
  CREATE TABLE IF NOT EXISTS collections (
    name TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL,
    checkpoint INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS marks (name TEXT PRIMARY KEY, checkpoint INTEGER NOT NULL, event TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS rebuilds (name TEXT PRIMARY KEY, id TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS tokens (name TEXT PRIMARY KEY, token INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS origin (log TEXT PRIMARY KEY) STRICT;
`;

/** A mark counts for its own checkpoint only: a program that knows of no marks may have moved on since. */
export const STANDINGS = `
  SELECT name, version, generation, checkpoint, event FROM collections LEFT JOIN marks USING (name, checkpoint)
`;

export const number = (value: unknown): number => (typeof value === 'number' ? value : 0);

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

export const standingOf = ({ version, generation, checkpoint, event }: Readonly<Record<string, unknown>>): Standing => ({
  version: number(version),
  generation: number(generation),
  checkpoint: number(checkpoint),
  event: typeof event === 'string' ? event : undefined,
});
