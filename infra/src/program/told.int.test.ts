import { mkdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { told } from './told';

const failureOf = (act: () => void): unknown => {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it went well');
};

describe('what a program says when the machine refuses it', () => {
  it('names the folder that cannot be made', () => {
    expect(told(failureOf(() => mkdirSync('/dev/null/liuhen', { recursive: true })))).toMatch(/^FOLDER_UNUSABLE: .*\/dev\/null\/liuhen/u);
  });

  it('names the address that somebody else listens on', async () => {
    const first = createServer();
    const second = createServer();
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
    const address = first.address();
    const refused = new Promise<unknown>((resolve) => second.once('error', resolve));
    second.listen(typeof address === 'object' ? address?.port : 0, '127.0.0.1');

    const said = told(await refused);
    await new Promise((resolve) => first.close(resolve));

    expect(said).toMatch(/^ADDRESS_UNUSABLE: .*127\.0\.0\.1:\d+/u);
  });

  it('shows where anything else came from', () => {
    expect(told(new Error('unforeseen'))).toContain('told.int.test');
    expect(told('thrown by others')).toBe('thrown by others');
  });
});
