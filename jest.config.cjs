const swc = {
  jsc: {
    target: 'es2024',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'commonjs' },
};

/** Tests run on the sources; only the end-to-end tests start the built programs. */
module.exports = {
  testEnvironment: 'node',
  roots: ['workflows', 'projections', 'schema', 'infra', 'services', 'docs'].map((room) => `<rootDir>/${room}`),
  testMatch: ['**/*.{unit,int,e2e}.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  // jose, hucre and canonicalize ship ES modules only, which jest cannot load as they are.
  transform: { '^.+\\.ts$': ['@swc/jest', swc], '/node_modules/(jose|hucre|canonicalize)/.+\\.m?js$': ['@swc/jest', swc] },
  transformIgnorePatterns: ['/node_modules/(?!(jose|hucre|canonicalize)/)'],
  moduleNameMapper: {
    '^canonicalize$': '<rootDir>/node_modules/canonicalize/lib/canonicalize.js',
    '^@liuhen/(workflows|projections|schema|infra)$': '<rootDir>/$1/src',
    '^@liuhen/infra/dist/(.+)$': '<rootDir>/infra/src/$1',
    '^@liuhen/(api|gateway-hj212|cli|projector|scheduler|witness|verifier)$': '<rootDir>/services/$1/src',
  },
  globalSetup: '<rootDir>/infra/testing/start.cjs',
  globalTeardown: '<rootDir>/infra/testing/stop.cjs',
  maxWorkers: 2,
  // A limit against hanging only: a loaded machine is slow, not wrong.
  testTimeout: 60_000,
};
