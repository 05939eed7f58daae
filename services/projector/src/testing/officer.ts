import { createHash } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { PASSWORD } from './device';
import type { Stand } from './stand';

/** What the API has acknowledged; it has to be there for ever after. */
export interface Acknowledged {
  readonly key: string;
  readonly actId: string;
  readonly subject: string;
  readonly position: number;
}

type Answer = Readonly<Record<string, unknown>>;

const RECEIPT =
  '{ __typename ... on Receipt { actId subject position } ... on Refusal { rule } ... on InvalidInput { code fields { path } } }';

const REGISTER = `mutation ($input: RegisterPartyInput!, $request: ActRequestInput!) { act: registerParty(input: $input, request: $request) ${RECEIPT} }`;
const REPORT = `mutation ($input: ReportProblemInput!, $request: ActRequestInput!) { act: reportProblem(input: $input, request: $request) ${RECEIPT} }`;
const ADD = `mutation ($caseId: ID!, $input: AddProblemInput!, $request: ActRequestInput!) {
  act: addProblem(caseId: $caseId, input: $input, request: $request) ${RECEIPT} }`;
const OUTLET = `mutation ($partyId: ID!, $input: RegisterOutletInput!, $request: ActRequestInput!) {
  act: registerOutlet(partyId: $partyId, input: $input, request: $request) ${RECEIPT} }`;
const DEVICE = `mutation ($partyId: ID!, $input: RegisterDeviceInput!, $request: ActRequestInput!) {
  act: registerDevice(partyId: $partyId, input: $input, request: $request) ${RECEIPT} }`;
const CASE = 'query ($caseId: ID!, $atLeast: Position) { caseFile(caseId: $caseId, atLeast: $atLeast) { caseId problems { id } } }';

const PARTY = {
  name: '某味食品有限公司',
  kind: 'dischargingEntity',
  creditCode: '91370800MA3C00001M',
  jurisdiction: '370800',
  address: '济宁',
  legalRepresentative: '林某',
  keyEntity: true,
  keyPermitManagement: true,
};

const SHOWN = 'query ($atLeast: Position) { caseList(first: 1, atLeast: $atLeast) { pageInfo { hasNextPage } } }';

const PASSWORD_DIGEST = `sha256:${createHash('sha256').update(PASSWORD).digest('hex')}`;

const AGAIN = 100;

/** A service that has not answered by then does not come back by itself, and that is a fault of it; milliseconds. */
const GIVE_UP = 300_000;

/** What no patience mends: an answer with one of these is a fault of what is tried. */
const FINAL = ['UNKNOWN_ID', 'FORBIDDEN', 'UNAUTHENTICATED', 'BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED', 'GRAPHQL_PARSE_FAILED'];

const isFinal = (error: unknown): boolean => FINAL.some((code) => String(error).includes(code));

/** Somebody at work who does not give up: the same act under the same key, until it is acknowledged. */
export class Officer {
  readonly acknowledged: Acknowledged[] = [];
  #acts = 0;
  #partyId = '';
  readonly #cases: string[] = [];

  constructor(
    private readonly stand: Pick<Stand, 'graphql' | 'tokens'>,
    private readonly name: string,
  ) {}

  /** One act; a new case now and then, otherwise one more problem of a case. */
  async act(): Promise<Acknowledged> {
    const partyId = await this.#party();
    const input = {
      title: `问题${this.#acts}`,
      source: 'enforcementMonitoring',
      partyId,
      facts: '总排口超标',
      foundAt: '2024-09-01T08:00:00+08:00',
    };
    const caseId = this.#cases[this.#acts % Math.max(this.#cases.length, 1)];
    if (caseId !== undefined && this.#acts % 9 !== 0) return this.#insist(ADD, { caseId, input }, this.stand.tokens.officer);
    const done = await this.#insist(REPORT, { input }, this.stand.tokens.officer);
    this.#cases.push(done.subject);

    return done;
  }

  /** Registers an outlet of its own for a device, and the device. */
  async registerDevice(mn: string): Promise<void> {
    const partyId = await this.#party();
    const outletId = `${partyId}.${mn}`;
    const outlet = { outletId, name: '废水总排口', medium: 'water', main: true, limits: [] };
    await this.#insist(OUTLET, { partyId, input: outlet }, this.stand.tokens.registrar);
    const device = { mn, outletId, model: 'COD 在线分析仪', passwordDigest: PASSWORD_DIGEST };
    const done = await this.#insist(DEVICE, { partyId, input: device }, this.stand.tokens.registrar);
    // A gateway knows a device from the register, which has to be as fresh as that.
    await this.#fresh(() => this.#ask(SHOWN, { atLeast: String(done.position) }, this.stand.tokens.officer));
  }

  /** Problems of the case of an act, as they are read no older than the act itself; asked again while nobody keeps the read models. */
  async problemsSeen({ subject, position }: Acknowledged): Promise<number> {
    const { caseFile } = await this.#fresh(() =>
      this.#ask(CASE, { caseId: subject, atLeast: String(position) }, this.stand.tokens.officer),
    );

    return (caseFile as { readonly problems: readonly unknown[] }).problems.length;
  }

  async #party(): Promise<string> {
    if (this.#partyId === '') this.#partyId = (await this.#insist(REGISTER, { input: PARTY }, this.stand.tokens.registrar)).subject;

    return this.#partyId;
  }

  /** Asks again while nobody keeps the read models, or nobody is at home. */
  async #fresh(ask: () => Promise<Answer>): Promise<Answer> {
    const deadline = performance.now() + GIVE_UP;
    for (;;) {
      try {
        return await ask();
      } catch (error) {
        if (isFinal(error) || performance.now() > deadline) throw error;
        await pause(AGAIN);
      }
    }
  }

  async #insist(query: string, variables: Answer, token: string): Promise<Acknowledged> {
    this.#acts += 1;
    const key = `${this.name}-${this.#acts}`;
    const deadline = performance.now() + GIVE_UP;
    for (;;) {
      try {
        const { act } = await this.#ask(query, { ...variables, request: { idempotencyKey: key } }, token);
        const { __typename: kind, ...receipt } = act as { readonly __typename: string } & Omit<Acknowledged, 'key' | 'position'> & {
            readonly position: string;
          };
        if (kind !== 'Receipt') throw new TypeError(`${key}: ${JSON.stringify(act)}`);
        const acknowledged = { ...receipt, position: Number(receipt.position), key };
        this.acknowledged.push(acknowledged);

        return acknowledged;
      } catch (error) {
        const isRefused = error instanceof TypeError && error.message.startsWith(key);
        if (isFinal(error) || isRefused || performance.now() > deadline) throw error;
        await pause(AGAIN);
      }
    }
  }

  async #ask(query: string, variables: Answer, token: string): Promise<Answer> {
    const response = await fetch(this.stand.graphql, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(30_000),
    });
    const { data, errors } = (await response.json()) as { readonly data?: Answer | null; readonly errors?: readonly unknown[] };
    if (data == null) throw new Error(JSON.stringify(errors));

    return data;
  }
}
