import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatNote, openCheckpoint, openKeyring, prepareRotation, signCheckpoint, successorsOf, SUITES, findKeyring } from '../ledger';
import { openKeyVault } from '../sealing';

const folders: string[] = [];
const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'liuhen-device-'));
  folders.push(folder);

  return folder;
};
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** An HSM of a few lines: it keeps its keys in a folder of its own, and hands out none. */
const HSM = String.raw`
const { createPrivateKey, createCipheriv, createDecipheriv, createHash, generateKeyPairSync, randomBytes, sign } = require('node:crypto');
const { readFileSync, writeFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');
const [own, op, arg] = process.argv.slice(2);
if (existsSync(join(own, 'off'))) { process.stderr.write('the module is off\n'); process.exit(3); }
const input = readFileSync(0);
const master = createHash('sha256').update(own).digest();
const raw = (jwk) => jwk.kty === 'OKP' ? Buffer.from(jwk.x, 'base64url') : Buffer.concat([Buffer.of(4), Buffer.from(jwk.x, 'base64url'), Buffer.from(jwk.y, 'base64url')]);
if (op === 'generate') {
  const { privateKey, publicKey } = arg === 'sha256-ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: 'SM2' });
  const id = 'slot-' + randomBytes(4).toString('hex');
  writeFileSync(join(own, id), JSON.stringify({ pem: privateKey.export({ format: 'pem', type: 'pkcs8' }), suite: arg }));
  const key = arg === 'sha256-ed25519' ? raw(publicKey.export({ format: 'jwk' })) : publicKey.export({ format: 'der', type: 'spki' }).subarray(-65);
  process.stdout.write(id + '\n' + key.toString('base64') + '\n');
} else if (op === 'sign') {
  const { pem, suite } = JSON.parse(readFileSync(join(own, arg), 'utf8'));
  process.stdout.write(sign(suite === 'sha256-ed25519' ? null : 'sm3', input, createPrivateKey(pem)));
} else if (op === 'wrap') {
  const iv = randomBytes(12); const cipher = createCipheriv('aes-256-gcm', master, iv);
  const text = Buffer.concat([cipher.update(input), cipher.final()]);
  process.stdout.write(Buffer.concat([iv, cipher.getAuthTag(), text]));
} else {
  const cipher = createDecipheriv('aes-256-gcm', master, input.subarray(0, 12)); cipher.setAuthTag(input.subarray(12, 28));
  process.stdout.write(Buffer.concat([cipher.update(input.subarray(28)), cipher.final()]));
}
`;

/** The program in front of it, and the folder that is its inside. */
const newDevice = (): { readonly program: string; readonly inside: string } => {
  const inside = newFolder();
  const program = join(newFolder(), 'hsm');
  writeFileSync(`${program}.cjs`, HSM);
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${program}.cjs' '${inside}' "$@"\n`);
  chmodSync(program, 0o755);

  return { program, inside };
};

const filesBelow = (folder: string): readonly Buffer[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)));

describe.each(Object.values(SUITES))('a device that holds the keys, with $title', (suite) => {
  const checkpoint = { origin: 'log.example', size: 1, root: suite.hash('root'), suite };

  it('signs for the ledger, and no private key stands in the folder of keys', async () => {
    const { program, inside } = newDevice();
    const folder = newFolder();
    const made = await openKeyring(folder, { suite: suite.name, origin: 'log.example', device: program });
    const found = findKeyring(folder);
    const note = found && signCheckpoint(checkpoint, found.signer);

    expect(note && openCheckpoint(formatNote(note), made.verifiers)).toBeDefined();
    expect(filesBelow(folder).some((bytes) => bytes.includes('PRIVATE KEY'))).toBe(false);
    expect(readdirSync(inside)).toHaveLength(1);
  });

  it('takes over from a key in a file, by a rotation that who trusts the old one follows', async () => {
    const { program } = newDevice();
    const folder = newFolder();
    const before = await openKeyring(folder, { suite: suite.name, origin: 'log.example' });
    const { handover, commit } = prepareRotation(folder, program);
    const after = await commit();
    const again = prepareRotation(folder);
    const trusted = before.verifiers[0];

    expect(trusted && successorsOf(trusted, [handover, again.handover]).map(({ vkey }) => vkey)).toEqual([
      ...after.verifiers.map(({ vkey }) => vkey),
      again.handover.to,
    ]);
    expect(filesBelow(folder).some((bytes) => bytes.includes('PRIVATE KEY'))).toBe(false);
  });

  it('wraps the keys of persons: what is sealed opens with the device alone', async () => {
    const { program } = newDevice();
    const place = { folder: newFolder(), suite: suite.name };
    const sealed = await openKeyVault({ ...place, device: program }).seal('report-1', '王某某');

    expect(openKeyVault({ ...place, device: program }).unseal(sealed)).toBe('王某某');
    expect(() => openKeyVault(place).unseal(sealed)).toThrow(/KEY_DEVICE_FAILED/u);
    expect(() => openKeyVault({ ...place, device: newDevice().program }).unseal(sealed)).toThrow(/KEY_DEVICE_FAILED/u);
    expect(await openKeyVault(place).destroy('report-1')).toBe(true);
    expect(openKeyVault({ ...place, device: program }).unseal(sealed)).toBeUndefined();
  });
});

describe('a device that does not answer', () => {
  it('is told with its own words, and nothing is made', async () => {
    const { program, inside } = newDevice();
    writeFileSync(join(inside, 'off'), '');
    const folder = newFolder();

    await expect(openKeyring(folder, { suite: 'sha256-ed25519', origin: 'log.example', device: program })).rejects.toThrow(
      /KEY_DEVICE_FAILED.*the module is off/u,
    );
    expect(existsSync(join(folder, 'keys.json'))).toBe(false);
  });

  it.each(['/no/such/program', '/bin/true'])('is told where it is %s', async (device) => {
    await expect(openKeyring(newFolder(), { suite: 'sha256-ed25519', origin: 'log.example', device })).rejects.toThrow(
      /KEY_DEVICE_FAILED/u,
    );
  });
});
