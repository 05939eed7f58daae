const { spawn } = require('node:child_process');
const { existsSync, mkdtempSync, rmSync } = require('node:fs');
const { tmpdir } = require('node:os');
const { join } = require('node:path');

const FERRETDB = join(__dirname, '../ferretdb/bin/ferretdb');

/** FerretDB on a fresh folder; its first line says where. */
const startFerretDB = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-ferretdb-'));
  const server = spawn(FERRETDB, [folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const url = await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`FerretDB ended with ${code}`)));
    server.stdout.once('data', (line) => resolve(String(line).trim()));
  });

  return {
    url,
    stop: () =>
      new Promise((resolve) => {
        server.once('exit', () => {
          rmSync(folder, { recursive: true, force: true });
          resolve();
        });
        server.kill('SIGTERM');
      }),
  };
};

/** The operator's own mongod, as a replica set of one. */
const startMongod = async () => {
  const { MongoMemoryReplSet } = require('mongodb-memory-server-core');
  const server = await MongoMemoryReplSet.create({ replSet: { count: 1 } });

  return { url: server.getUri(), stop: () => server.stop() };
};

/** Starts what can be started here; undefined where there is nothing, or where `MONGODB_URL` names a server already. */
exports.startMongoDB = async () => {
  if (process.env.MONGODB_URL) return undefined;
  if (process.env.MONGOMS_SYSTEM_BINARY) return startMongod();

  return existsSync(FERRETDB) ? startFerretDB() : undefined;
};
