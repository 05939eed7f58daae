const { startMongoDB } = require('./mongodb.cjs');

/** Before all tests: one MongoDB for them. */
module.exports = async () => {
  const server = await startMongoDB();
  if (server !== undefined) process.env.MONGODB_URL = server.url;
  globalThis.liuhenMongoDB = server;
  if (process.env.MONGODB_URL === undefined) {
    process.stderr.write(
      '没有 MongoDB，相关测试将跳过 / no MongoDB: its tests are left out. `npm run ferretdb` builds one for the tests (needs Go); ' +
        'or set MONGODB_URL, or MONGOMS_SYSTEM_BINARY to a mongod.\n',
    );
  }
};
