import { cosign, cosignedAt, openCheckpoint, parseCheckpoint, signCheckpoint, withSignatures } from './checkpoint';
import { formatNote, isSignedBy, parseNote, parseVerifier, signerOf } from './note';
import { edgeTiles, parseTilePath, tilePath } from './tile-path';
import { NO_HASH, SUITES } from './suite';

/** Published with the note package of the Go project. */
const NEUMANN = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
const ANSWER = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`;

describe('a signed note', () => {
  const key = parseVerifier(NEUMANN);

  it('of the published example is signed by its key', () => {
    const note = parseNote(ANSWER);

    expect(note && isSignedBy(note, key)).toBe(true);
    expect(note && formatNote(note)).toBe(ANSWER);
  });

  it('is not signed by it after any change of a letter', () => {
    const [body = '', signatures = ''] = ANSWER.split('\n\n');
    for (let at = 0; at < body.length; at += 1) {
      const changed = `${body.slice(0, at)}${body[at] === 'x' ? 'y' : 'x'}${body.slice(at + 1)}`;
      const note = parseNote(`${changed}\n\n${signatures}`);

      expect(note !== undefined && isSignedBy(note, key)).toBe(false);
    }
  });

  it.each(['', 'text', 'text\n', 'text\n\n', 'text\n\n— a b', 'a\u0007\n\n— PeterNeumann x08go/ZJ\n', 'text\n\n— PeterNeumann !!\n'])(
    'is not %j',
    (text) => expect(parseNote(text)).toBeUndefined(),
  );

  it.each(['', 'PeterNeumann', 'PeterNeumann+c74f20a4+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW', 'a+00000000+AQ=='])(
    'has no key %j',
    (vkey) => expect(() => parseVerifier(vkey)).toThrow(/INVALID_INPUT/),
  );
});

describe('a checkpoint', () => {
  it('is read as C2SP publishes it', () => {
    const read = parseCheckpoint('example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n');

    expect(read).toMatchObject({ origin: 'example.com/behind-the-sofa', size: 20_852_163, suite: { name: 'sha256-ed25519' } });
  });

  it.each([
    '',
    'a\n',
    'a\n01\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n',
    'a\n1\nCsUY\n',
    'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n',
    'a\n1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\nsuite MD5/none\n',
  ])('is not %j', (text) => expect(parseCheckpoint(text)).toBeUndefined());

  it.each(Object.values(SUITES))('is signed and cosigned with $title, by no one else', (suite) => {
    const log = signerOf({ name: 'log.example/one', role: 'log', suite, key: suite.generate() });
    const witness = signerOf({ name: 'witness.example', role: 'cosigner', suite, key: suite.generate() });
    const note = signCheckpoint({ origin: 'log.example/one', size: 7, root: NO_HASH, suite }, log);
    const cosigned = withSignatures(note, [cosign(note.text, witness, 1_700_000_000)]);
    const other = signerOf({ name: 'log.example/one', role: 'log', suite, key: suite.generate() });

    expect(note.text).toContain(`suite ${suite.title}\n`);
    expect(openCheckpoint(formatNote(cosigned), [parseVerifier(log.verifier.vkey)])?.checkpoint.size).toBe(7);
    expect(openCheckpoint(formatNote(cosigned), [other.verifier])).toBeUndefined();
    expect(cosignedAt(cosigned, parseVerifier(witness.verifier.vkey))).toBe(1_700_000_000);
    expect(cosignedAt({ ...cosigned, text: `${cosigned.text}x\n` }, witness.verifier)).toBeUndefined();
  });
});

describe('the path of a tile', () => {
  it('is that of the published examples', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 'entries', index: 5, width: 17 })).toBe('tile/entries/005.p/17');
    expect(edgeTiles(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(edgeTiles(256)).toEqual([{ level: 1, index: 0, width: 1 }]);
  });

  it.each(['tile/0/000', 'tile/63/x001/000.p/255', 'tile/entries/x999/999'])('is read back from %s', (path) => {
    const name = parseTilePath(path);

    expect(name && tilePath(name)).toBe(path);
  });

  it.each([
    'tile/64/000',
    'tile/0/0',
    'tile/0/000.p/256',
    'tile/0/000.p/0',
    'tile/0/x000/000',
    'tile/0/../../etc',
    'tile/00/000',
    'checkpoint',
  ])('is not %s', (path) => expect(parseTilePath(path)).toBeUndefined());
});
