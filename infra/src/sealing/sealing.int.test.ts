import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isSealed, type Sealed } from '@liuhen/workflows';
import { openKeyVault } from '.';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-seal-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

const WHISTLE = { name: '李举报', phone: '13800000000' };

describe.each(['sha256-ed25519', 'sm3-sm2'] as const)('particulars sealed with %s', (suite) => {
  it('are readable until the key is destroyed, and never again, after a restart too', async () => {
    const folder = newFolder();
    const vault = openKeyVault({ folder, suite });
    const sealed = await vault.seal('person-1', WHISTLE);
    const other = await vault.seal('person-2', WHISTLE);

    expect(JSON.stringify(sealed)).not.toContain('李举报');
    expect(isSealed(sealed)).toBe(true);
    expect(openKeyVault({ folder, suite }).unseal(sealed)).toEqual(WHISTLE);
    expect(await vault.destroy('person-1')).toBe(true);
    expect(openKeyVault({ folder, suite }).unseal(sealed)).toBeUndefined();
    expect(vault.unseal(other)).toEqual(WHISTLE);
    expect(await vault.destroy('person-1')).toBe(false);
    await expect(vault.seal('person-1', WHISTLE)).rejects.toThrow(/FORBIDDEN/);
    expect(vault.count()).toBe(1);
  });

  it('cannot be changed, nor passed off as another person’s', async () => {
    const vault = openKeyVault({ folder: newFolder(), suite });
    const sealed = await vault.seal('person-1', WHISTLE);
    await vault.seal('person-2', WHISTLE);
    const forged: readonly Sealed[] = [
      { sealed: { ...sealed.sealed, subject: 'person-2' } },
      { sealed: { ...sealed.sealed, text: Buffer.from('x').toString('base64') } },
      { sealed: { ...sealed.sealed, tag: sealed.sealed.iv } },
    ];

    for (const each of forged) expect(() => vault.unseal(each)).toThrow(/STORE_CORRUPT/);
  });
});
