import { logger } from './logger';

const JWT = 'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJvZmZpY2VyIn0.c2lnbmF0dXJlLW9mLXRoaXMtdG9rZW4';
const PEM = '-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA\n-----END PRIVATE KEY-----';

const logged = (fields: object, message: string): string => {
  let text = '';
  logger('debug', { write: (line: string) => (text += line) }).info(fields, message);

  return text;
};

describe('a line of the log', () => {
  it.each<readonly [string, object, string]>([
    ['a header', { headers: { authorization: 'Bearer hunter2' } }, 'something'],
    ['a header inside a request', { req: { headers: { authorization: 'Bearer hunter2' } } }, 'something'],
    ['a field by its name', { token: 'hunter2', password: 'hunter2', pw: 'hunter2' }, 'something'],
    ['a field inside another', { config: { password: 'hunter2' } }, 'something'],
    ['the message of an error', { err: new Error(`no leader at kurrentdb://admin:hunter2@db:2113 for ${JWT}`) }, 'something'],
    ['the cause of an error', { err: new Error('no', { cause: new Error('mongodb://liuhen:hunter2@db') }) }, 'something'],
    ['the words themselves', {}, `asked with Bearer hunter2 and ${JWT}`],
    ['a frame of a device', { sample: 'QN=1;PW=hunter2;MN=1' }, 'something'],
    ['a private key', { why: `not a key: ${PEM}` }, 'something'],
  ])('has no secret of %s', (_where, fields, message) => {
    const text = logged(fields, message);

    expect(text).not.toMatch(/hunter2|c2lnbmF0|MC4CAQ/u);
    expect(JSON.parse(text)).toMatchObject({ service: 'liuhen' });
  });

  it('keeps what is none', () => {
    expect(logged({ port: 4000, at: 'kurrentdb://db:2113', err: new Error('Bearer') }, 'something')).toMatch(
      /4000.*kurrentdb:\/\/db:2113.*Bearer/u,
    );
  });
});
