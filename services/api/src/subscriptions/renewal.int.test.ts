import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { holderCheck, readIssuers, tokenVerifier } from '@liuhen/infra';
import { WebSocket, WebSocketServer } from 'ws';
import { listOf, TestIssuer } from '../../../../infra/src/identity/testing/issuer';
import { doorkeeper } from '../http/doorkeeper';
import { OFFICER } from '../testing/lair';
import { keepAuthorised } from './renewal';

describe('an open connection whose token is looked at again', () => {
  let issuer: TestIssuer;
  let http: Server;
  let passed = 0;

  beforeAll(async () => {
    issuer = await TestIssuer.open('https://id.env');
    const now = () => Date.now() + passed;
    const keeper = doorkeeper({
      verifier: tokenVerifier({ issuers: readIssuers(listOf(issuer.trusted('none', OFFICER))), now }),
      holders: holderCheck({ now }),
      certificateOf: () => undefined,
      origins: () => [],
    });
    http = createServer();
    new WebSocketServer({ server: http }).on('connection', (socket, request) => {
      const authorization = new URL(request.url ?? '/', 'http://localhost').searchParams.get('token') ?? '';
      void keeper.again(authorization).then((identity) => {
        keepAuthorised({ socket, request }, { authorization, identity }, { doorkeeper: keeper, now, lookAgain: 10 });
        socket.send('in');
      });
    });
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  });

  afterAll(async () => {
    http.close();
    await issuer.close();
  });

  const opened = async (): Promise<{ readonly socket: WebSocket; readonly closed: Promise<string> }> => {
    const authorization = encodeURIComponent(`Bearer ${await issuer.token(OFFICER, undefined, 3_600)}`);
    const socket = new WebSocket(`ws://127.0.0.1:${(http.address() as AddressInfo).port}/?token=${authorization}`);
    const closed = new Promise<string>((resolve) => socket.on('close', (code, reason) => resolve(`${code} ${reason.toString()}`)));
    await new Promise((resolve) => socket.once('message', resolve));

    return { socket, closed };
  };

  it('ends when the key of its token is withdrawn', async () => {
    const { closed } = await opened();
    await issuer.changeKey();
    passed += 31_000;

    expect(await closed).toBe('4403 TOKEN_INVALID');
  });

  it('lives on while its issuer does not answer, for its expiry decides', async () => {
    const { socket, closed } = await opened();
    issuer.fallSilent(true);
    passed += 700_000;
    const asked = issuer.asked();
    while (issuer.asked() < asked + 3) await new Promise(setImmediate);
    expect(socket.readyState).toBe(WebSocket.OPEN);
    issuer.fallSilent(false);
    await issuer.changeKey();

    expect(await closed).toBe('4403 TOKEN_INVALID');
  });
});
