import { readConfig } from './config';

describe('the configuration', () => {
  it('is one process on embedded storage where nothing is said', () => {
    expect(readConfig({})).toMatchObject({ readModels: 'embedded', roles: ['api', 'gateway', 'projector', 'scheduler'], partitions: 1 });
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
    ['LIUHEN_NONSENSE', '1'],
  ])('refuses %s=%s by its name', (name, value) => {
    expect(() => readConfig({ [name]: value })).toThrow(name);
  });
});
