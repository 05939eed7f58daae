import { told } from '@liuhen/infra';
import { readWitnessConfig } from './config';
import { startWitness } from './server';
import { openKey, WitnessState } from './state';

const RED = '\u001B[41;97m';
const PLAIN = '\u001B[0m';

const run = async (): Promise<void> => {
  const { data, host, port, logs, ...wish } = readWitnessConfig(process.env);
  const state = WitnessState.open(data);
  const signer = await openKey(data, wish);
  // The bell and the colour are for whoever sits at the terminal; file, page and /healthz are for everyone else.
  const alarm = (text: string) => process.stderr.write(`\u0007${RED} 警报 ALARM ${PLAIN} ${text}\n`);
  const witness = await startWitness({ signer, logs, state, now: Date.now, alarm }, { host, port });
  process.stdout.write(
    `留痕见证 / liuhen witness   http://${host}:${witness.port}/\n  公钥 / key   ${signer.verifier.vkey}\n  账本 / logs  ${logs.map(({ name }) => name).join(', ') || '(无 / none: WITNESS_LOGS)'}\n`,
  );
  if (state.alarms() !== '') alarm('ALARM.txt');
  const stop = () => {
    witness.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
};

run().catch((error: unknown) => {
  process.stderr.write(`${told(error)}\n`);
  process.exit(1);
});
