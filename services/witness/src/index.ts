export { readWitnessConfig, type WitnessConfig } from './config';
export { judge, type Alarm, type Seen, type Verdict, type WitnessView } from './judge';
export { startWitness, type RunningWitness, type WitnessOptions } from './server';
export { ALARM_FILE, openKey, WitnessState } from './state';
