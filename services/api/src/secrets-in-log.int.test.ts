import { connect } from 'node:net';
import { encodeFrame } from '@liuhen/gateway-hj212';
import { logger } from '@liuhen/infra';
import { Lair } from './testing/lair';

describe('the log of a running service', () => {
  it('has no token, password, code or key of those who came, whatever they sent', async () => {
    let text = '';
    const lair = await Lair.open({ LIUHEN_LOG_LEVEL: 'debug' }, logger('debug', { write: (line: string) => (text += line) }));
    const token = await lair.token();
    const forged = `${token.slice(0, -6)}AAAAAA`;
    const query = JSON.stringify({ query: '{ me { person } }' });
    const post = (path: string, body: string, headers: Record<string, string>) =>
      lair.send(path, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
    for (const authorization of [`Bearer ${token}`, `Bearer ${forged}`, token, `Basic ${token}`])
      await post('/graphql', query, { authorization });
    await post('/graphql', query, { authorization: `DPoP ${token}`, dpop: forged });
    await lair.send(`/nowhere?token=${token}`, { headers: { cookie: `token=${token}` } });
    const { text: told } = await post(
      '/public/reports',
      JSON.stringify({ matter: 'pollution', jurisdiction: '370800', content: '偷排' }),
      {},
    );
    const { code, report } = JSON.parse(told) as { code: string; report: string };
    await post('/public/reports/follow', JSON.stringify({ report, code: `${code}x` }), {});
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${forged}` } });
    await line.closed;
    const frame = encodeFrame({
      qn: '20240830000500000',
      st: '32',
      cn: '2011',
      pw: 'hunter2',
      mn: 'NOBODY',
      flag: 5,
      cp: 'DataTime=20240830000400',
    });
    await new Promise((resolve) => {
      const device = connect(lair.service.hj212?.port ?? 0, '127.0.0.1', () => device.end(frame));
      device.on('close', resolve);
    });
    await lair.service.stop();

    expect(text).toContain('kept apart');
    const [, , signature = ''] = token.split('.');
    for (const secret of [token, signature, forged, code, 'hunter2', 'PRIVATE KEY']) expect(text).not.toContain(secret);
  });
});
