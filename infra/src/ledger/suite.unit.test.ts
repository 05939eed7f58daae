import { hexOf, SUITES } from './suite';

describe('the hash of a suite', () => {
  const sm3 = (text: string): string => hexOf(SUITES['sm3-sm2'].hash(text));
  const sha256 = (text: string): string => hexOf(SUITES['sha256-ed25519'].hash(text));

  it('SM3 gives the digests of GB/T 32905 annex A', () => {
    expect(sm3('abc')).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0');
    expect(sm3('abcd'.repeat(16))).toBe('debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732');
  });

  it('SHA-256 gives the digests of FIPS 180', () => {
    expect(sha256('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(sha256('abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq')).toBe(
      '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
    );
  });
});
