import { readConfig, trustsEmbeddedIssuer } from './config';

describe('the configuration', () => {
  it('is one process on embedded storage where nothing is said', () => {
    expect(readConfig({})).toMatchObject({
      readModels: 'embedded',
      roles: ['api', 'gateway', 'projector', 'scheduler', 'ledger'],
      partitions: 1,
    });
  });

  it('takes a MongoDB, roles and partitions', () => {
    const env = { LIUHEN_READ_MODELS: 'mongodb+srv://user:pass@cluster/liuhen', LIUHEN_ROLES: 'api, projector', LIUHEN_PARTITIONS: '3' };

    expect(readConfig(env)).toMatchObject({ readModels: env.LIUHEN_READ_MODELS, roles: ['api', 'projector'], partitions: 3 });
  });

  it.each([
    ['LIUHEN_READ_MODELS', 'postgres://x'],
    ['LIUHEN_READ_MODELS', 'mongodb://'],
    ['LIUHEN_ROLES', ''],
    ['LIUHEN_ROLES', 'api,queen'],
    ['LIUHEN_PARTITIONS', '0'],
    ['LIUHEN_PARTITIONS', 'two'],
    ['LIUHEN_TLS_CLIENT_CERT', 'optional'],
    ['LIUHEN_PROXY_CLIENT_CERT', 'on'],
    ['LIUHEN_PUBLIC_ORIGIN', 'liuhen.example'],
    ['LIUHEN_PUBLIC_ORIGIN', 'ftp://liuhen.example'],
    ['LIUHEN_PUBLIC_ORIGIN', 'https://liuhen.example/graphql'],
    ['LIUHEN_PUBLIC_ORIGIN', 'https://user@liuhen.example'],
    ['LIUHEN_NONSENSE', '1'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });

  it('takes the origins of the service as clients write them', () => {
    expect(readConfig({}).publicOrigins).toEqual([]);
    expect(readConfig({ LIUHEN_PUBLIC_ORIGIN: 'https://Liuhen.example/, http://127.0.0.1:4000' }).publicOrigins).toEqual([
      'https://liuhen.example',
      'http://127.0.0.1:4000',
    ]);
  });

  it('trusts the embedded issuer on this machine only, unless told otherwise', () => {
    const trusts = (env: Readonly<Record<string, string>>) => trustsEmbeddedIssuer(readConfig(env));
    expect(trusts({})).toBe(true);
    expect(trusts({ LIUHEN_HOST: '::1' })).toBe(true);
    for (const host of ['0.0.0.0', '::', '10.1.2.3', 'example.org', '127.0.0.1.example.org']) {
      expect(() => trusts({ LIUHEN_HOST: host })).toThrow(/CONFIG_INVALID.*LIUHEN_EMBEDDED_ISSUER/u);
    }
    expect(trusts({ LIUHEN_HOST: '0.0.0.0', LIUHEN_EMBEDDED_ISSUER: 'on' })).toBe(true);
    expect(trusts({ LIUHEN_HOST: '0.0.0.0', LIUHEN_ISSUERS: 'issuers.json' })).toBe(false);
    expect(() => trusts({ LIUHEN_MODE: 'production' })).toThrow('LIUHEN_ISSUERS');
    expect(trusts({ LIUHEN_MODE: 'production', LIUHEN_ISSUERS: 'i.json' })).toBe(false);
  });
});
