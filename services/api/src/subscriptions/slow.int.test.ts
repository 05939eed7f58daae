import { Lair, OFFICER, type Line } from '../testing/lair';
import { FIRM } from '../testing/firm';

/** More than both kernels keep for a connection on one machine, and than may wait for a client. */
const ENOUGH = 30;

describe('a client that does not read', () => {
  let lair: Lair;

  const connected = async (): Promise<Line> => {
    const line = await lair.socket();
    line.say({ type: 'connection_init', payload: { authorization: `Bearer ${await lair.token()}` } });
    await line.hear('connection_ack');

    return line;
  };

  const act = async (name: string, input: object, { key = name, actor = OFFICER } = {}): Promise<string> => {
    const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
    const query = `mutation ($input: ${type}!, $request: ActRequestInput!) { ${name}(input: $input, request: $request) { ... on Receipt { subject } } }`;
    const { data } = await lair.ask(query, { actor, variables: { input, request: { idempotencyKey: key } } });

    return (data?.[name] as { readonly subject: string }).subject;
  };

  beforeAll(async () => {
    lair = await Lair.open();
  });

  afterEach(async () => {
    expect((await lair.ask('{ me { person } }')).data).toEqual({ me: { person: 'officer' } });
  });

  afterAll(() => lair.service.stop());

  it('what it subscribed to is closed with a code, and whoever reads hears everything', async () => {
    const [slow, quick] = [await connected(), await connected()];
    const entries = Array.from({ length: 48 }, (_, at) => `e${at}: entry { payload }`).join(' ');
    slow.say({ id: '1', type: 'subscribe', payload: { query: `subscription { caseChanged(after: "0") { ${entries} } }` } });
    quick.say({ id: '1', type: 'subscribe', payload: { query: 'subscription { caseChanged(after: "0") { caseId } }' } });
    slow.pause();
    const partyId = await act('registerParty', FIRM, { actor: { ...OFFICER, person: 'registrar', function: 'registrar' } });
    for (let at = 0; at < ENOUGH; at += 1) {
      const found = {
        title: '超标',
        source: 'enforcementMonitoring',
        partyId,
        facts: '污'.repeat(19_000),
        foundAt: '2026-01-05T09:00:00+08:00',
      };
      const caseId = await act('reportProblem', found, { key: `report-${at}` });
      expect((await quick.hear('next')).payload).toEqual({ data: { caseChanged: { caseId } } });
    }
    slow.resume();

    expect(await slow.closed).toEqual({ code: 4408, reason: 'SLOW_CONSUMER' });
    quick.close();
  });

  it('what it asks is not answered for ever: a flood of pings is closed with a code', async () => {
    const line = await connected();
    const payload = { filler: 'a'.repeat(1_000_000) };
    line.pause();
    for (let at = 0; at < 3 * ENOUGH; at += 1) line.say({ type: 'ping', payload });
    // Asked over another connection when all of these have long been read.
    for (let at = 0; at < 5; at += 1) await lair.ask('{ me { person } }');
    line.resume();

    expect(await line.closed).toEqual({ code: 4408, reason: 'SLOW_CONSUMER' });
  });
});
