import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ledgerFolder, openDeployment } from '../ledger/testing/deployment';
import { findKeyring } from '../ledger';
import { openKeyVault } from '../sealing';
import { keysOf, settleKeys } from './folder';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-keys-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A data folder as a version left it that kept keys there. */
const oldFolder = async () => {
  const data = newFolder();
  const deployment = await openDeployment(data);
  await deployment.signed('case-1');
  const sealed = await openKeyVault({ folder: data, suite: 'sha256-ed25519' }).seal('person-1', '李举报');
  await deployment.close();

  return { data, sealed, vkey: deployment.ledger.keyring.signer.verifier.vkey };
};

describe('keys', () => {
  it('are moved out of an old data folder, sign and open as before, and stay where they are at the next start', async () => {
    const { data, sealed, vkey } = await oldFolder();
    const keys = join(newFolder(), 'keys');

    expect(settleKeys({ data, keys })).toEqual([join('ledger', 'keys.json'), 'person-keys']);
    expect(settleKeys({ data, keys })).toEqual([]);
    expect(findKeyring(ledgerFolder(keys))?.signer.verifier.vkey).toBe(vkey);
    expect(openKeyVault({ folder: keysOf({ data, keys }), suite: 'sha256-ed25519' }).unseal(sealed)).toBe('李举报');
    expect(readdirSync(data, { recursive: true }).filter((name) => String(name).includes('keys'))).toEqual([]);
    expect(statSync(keys).mode & 0o077).toBe(0);
  });

  it('stay with the data of a trial, and of a trial alone', async () => {
    const { data } = await oldFolder();

    expect(settleKeys({ data, keys: null })).toEqual([]);
    expect(() => settleKeys({ data, keys: null, production: true })).toThrow(/CONFIG_INVALID.*LIUHEN_KEYS: production/u);
    expect(existsSync(join(data, 'person-keys'))).toBe(true);
  });

  it('are not put below the data folder', async () => {
    const { data } = await oldFolder();

    for (const keys of [data, join(data, 'keys'), join(data, '..', data.split('/').at(-1) ?? '')]) {
      expect(() => settleKeys({ data, keys })).toThrow(/CONFIG_INVALID.*LIUHEN_KEYS/u);
    }
    expect(findKeyring(ledgerFolder(data))).toBeDefined();
  });

  it('that are in two places are not chosen between', async () => {
    const [{ data }, { data: keys }] = [await oldFolder(), await oldFolder()];

    expect(() => settleKeys({ data, keys })).toThrow(/stands in .* and in/u);
    expect(findKeyring(ledgerFolder(data))).toBeDefined();
  });

  it('are not made anew for a ledger that was begun with others', async () => {
    const { data } = await oldFolder();
    settleKeys({ data, keys: join(newFolder(), 'keys') });

    expect(() => settleKeys({ data, keys: join(newFolder(), 'forgotten') })).toThrow(/begun with a key that is not in/u);
    expect(() => settleKeys({ data, keys: null })).toThrow(/begun with a key/u);
  });
});
