const { resolve } = require('node:path');
const { buildSync } = require('esbuild');

const room = (name) => resolve(__dirname, '../..', name, 'src/index.ts');

/** One file with everything in it, to be handed over: `node liuhen-verify.cjs FILE --key …`, nothing to install. */
buildSync({
  entryPoints: [resolve(__dirname, 'src/main.ts')],
  outfile: resolve(__dirname, 'dist/liuhen-verify.cjs'),
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node24',
  // The sources rather than what was built of them, so that only what the verifier reaches is taken along.
  alias: { '@liuhen/infra': room('infra'), '@liuhen/projections': room('projections'), '@liuhen/workflows': room('workflows') },
  // Loaded by engines that the verifier never opens; infra says that its modules have no side effects, so they fall away.
  external: ['@kurrent/*', 'mongodb', '@opentelemetry/*'],
  ignoreAnnotations: false,
  charset: 'utf8',
  logLevel: 'error',
  banner: { js: '#!/usr/bin/env node' },
});
