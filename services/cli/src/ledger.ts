import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  chinaNow,
  findKeyring,
  keysOf,
  LEDGER_FOLDER,
  openKeyring,
  openKeyVault,
  openSqliteEventStore,
  prepareRotation,
  settleKeys,
  type KeyPlace,
  type SuiteName,
} from '@liuhen/infra';
import { LiuhenError, streamOf, type NewEvent, type RecordEvent } from '@liuhen/workflows';

type FolderOptions = KeyPlace;

const keyringOf = (place: FolderOptions) => {
  settleKeys(place);
  const folder = join(keysOf(place), LEDGER_FOLDER);
  const keyring = findKeyring(folder);
  if (keyring === undefined) throw new LiuhenError('STORE_CORRUPT', `${folder} is not there`);

  return keyring;
};

/** Prints the public keys of the ledger, in the order of their use. */
export const keysCommand = (options: FolderOptions): void => {
  process.stdout.write(
    keyringOf(options)
      .verifiers.map(({ vkey }) => `${vkey}\n`)
      .join(''),
  );
};

export interface MakeOptions extends KeyPlace {
  readonly suite: SuiteName;
  readonly origin?: string;
  readonly device?: string;
}

/** Makes the key of a ledger before its first start, so that its public half can be handed out; what is there stays. */
export const makeKeysCommand = async ({ suite, origin, device, ...place }: MakeOptions): Promise<void> => {
  settleKeys(place);
  await openKeyring(join(keysOf(place), LEDGER_FOLDER), { suite, origin: origin ?? null, device: device ?? null });
  keysCommand(place);
};

interface Ordered {
  /** Person id of who ordered it. */
  readonly by: string;
  readonly event: RecordEvent;
  readonly subject: string;
}

const recordEvent = ({ by, event, subject }: Ordered): NewEvent => {
  const now = chinaNow();
  const id = randomUUID();

  return {
    ...event,
    id,
    schemaVersion: 1,
    occurredAt: now,
    recordedAt: now,
    actor: { person: by, name: by, organisation: '运行管理单位', office: '命令行', function: 'registrar', jurisdiction: '000000' },
    actId: id,
    correlationId: subject,
    causationId: null,
    basis: [],
    evidence: [],
  };
};

/** Puts what was done to the record on record; the log must not be held by a running service. */
const record = async (data: string, ordered: Ordered): Promise<void> => {
  const store = await openSqliteEventStore({ folder: data });
  try {
    await store.append(streamOf('records', ordered.subject), [recordEvent(ordered)], 'any');
  } finally {
    await store.close();
  }
};

export interface RotateOptions extends KeyPlace {
  readonly by: string;
  readonly why: string;
  readonly device?: string;
}

/** Replaces the key that signs the ledger. The event comes first: a key that nobody handed over is never used. */
export const rotateCommand = async ({ by, why, device, ...place }: RotateOptions): Promise<void> => {
  keyringOf(place);
  const { handover, commit } = prepareRotation(join(keysOf(place), LEDGER_FOLDER), device ?? null);
  await record(place.data, { by, subject: 'ledger', event: { type: 'LedgerKeyRotated', payload: { ...handover, why } } });
  const { signer } = await commit();
  process.stdout.write(`账本密钥已轮换，旧密钥所签仍可核验 / rotated; what the old key signed stays good\n${signer.verifier.vkey}\n`);
};

export interface ForgetOptions extends KeyPlace {
  readonly by: string;
  readonly basis: string;
}

/** Destroys the key of a person's sealed particulars, on record: who ordered it, on which basis. */
export const forgetCommand = async (subject: string, { by, basis, ...place }: ForgetOptions): Promise<void> => {
  const { suite } = keyringOf(place).signer.verifier;
  const vault = openKeyVault({ folder: keysOf(place), suite: suite.name });
  await record(place.data, { by, subject, event: { type: 'PersonForgotten', payload: { subject, orderedBy: by, basis } } });
  const isDestroyed = await vault.destroy(subject);
  process.stdout.write(
    isDestroyed
      ? `${subject} 的密钥已销毁，封存的个人信息不可再读；事件与证明不受影响\nthe key is destroyed; every proof still holds\n`
      : `${subject} 没有密钥，已作记录 / there was no key; the order is on record\n`,
  );
};
