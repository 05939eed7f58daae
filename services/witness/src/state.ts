import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseCheckpoint,
  parseNote,
  pemOf,
  privateKeyOf,
  readIfThere,
  signerOf,
  SUITES,
  writeDurably,
  type Signer,
  type SuiteName,
} from '@liuhen/infra';
import { LiuhenError } from '@liuhen/workflows';
import type { Alarm, Seen } from './judge';

/** File that a person finds when something is wrong. */
export const ALARM_FILE = 'ALARM.txt';

const STATE = 'seen.json';
const KEY = 'key.json';

interface StoredKey {
  readonly name: string;
  readonly suite: SuiteName;
  readonly pem: string;
}

const parsed = (file: string): unknown => {
  const bytes = readIfThere(file);
  try {
    return bytes === undefined ? undefined : JSON.parse(bytes.toString());
  } catch (cause) {
    throw new LiuhenError('STORE_CORRUPT', file, { cause });
  }
};

/** The witness's own key, made when its folder is new. */
export const openKey = async (folder: string, wish: { readonly name: string; readonly suite: SuiteName }): Promise<Signer> => {
  const file = join(folder, KEY);
  const stored = (parsed(file) as StoredKey | undefined) ?? { ...wish, pem: pemOf(SUITES[wish.suite].generate()) };
  if (stored.name !== wish.name || stored.suite !== wish.suite) {
    throw new LiuhenError('CONFIG_INVALID', `this witness is ${stored.name} with ${stored.suite}`);
  }
  await writeDurably(file, JSON.stringify(stored), 0o600);

  return signerOf({ name: stored.name, role: 'cosigner', suite: SUITES[stored.suite], key: privateKeyOf(stored.pem) });
};

/** What it saw of each log, in one file that is there whole or not at all. */
export class WitnessState {
  readonly #seen: Map<string, Seen>;

  private constructor(
    private readonly folder: string,
    seen: ReadonlyMap<string, Seen>,
  ) {
    this.#seen = new Map(seen);
  }

  /** Throws `STORE_CORRUPT` for a state that cannot be read: a witness that forgot what it saw may not go on. */
  static open(folder: string): WitnessState {
    mkdirSync(folder, { recursive: true });
    const notes = (parsed(join(folder, STATE)) ?? {}) as Readonly<Record<string, string>>;
    const seen = Object.entries(notes).map(([origin, note]): [string, Seen] => {
      const checkpoint = parseCheckpoint(parseNote(note)?.text ?? '');
      if (checkpoint === undefined) throw new LiuhenError('STORE_CORRUPT', `${STATE}: ${origin}`);

      return [origin, { checkpoint, note }];
    });

    return new WitnessState(folder, new Map(seen));
  }

  seen(origin: string): Seen | undefined {
    return this.#seen.get(origin);
  }

  all(): readonly Seen[] {
    return [...this.#seen.values()];
  }

  /** On the disk when it settles. */
  async keep(seen: Seen): Promise<void> {
    const next = new Map(this.#seen).set(seen.checkpoint.origin, seen);
    await writeDurably(join(this.folder, STATE), JSON.stringify(Object.fromEntries([...next].map(([origin, { note }]) => [origin, note]))));
    this.#seen.set(seen.checkpoint.origin, seen);
  }

  alarms(): string {
    return readIfThere(join(this.folder, ALARM_FILE))?.toString() ?? '';
  }

  raise({ message, seen, shown }: Alarm, at: string): void {
    const text = `${at}\n${message.zh}\n${message.en}\n\n此前所见 / seen before:\n${seen}\n现在出示 / shown now:\n${shown}\n${'='.repeat(72)}\n`;
    appendFileSync(join(this.folder, ALARM_FILE), text);
  }
}
