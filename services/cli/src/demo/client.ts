import { createClient, type Client } from 'graphql-ws';
import { ACTS, type StreamKind } from '@liuhen/workflows';

/** What an act mutation answers, as far as the story looks at it. */
export type Outcome =
  | {
      readonly __typename: 'Receipt';
      readonly subject: string;
      readonly revision: number;
      readonly position: string;
      readonly eventTypes: readonly string[];
      readonly repeated: boolean;
      readonly warnings: readonly { readonly rule: string }[];
    }
  | {
      readonly __typename: 'Refusal';
      readonly code: string;
      readonly rule: string;
      readonly citation: string;
      readonly clause: string | null;
      readonly message: Words;
      readonly missing: readonly Words[];
    }
  | { readonly __typename: 'Conflict'; readonly currentRevision: number }
  | {
      readonly __typename: 'InvalidInput';
      readonly code: string;
      readonly message: Words;
      readonly fields: readonly { readonly path: string; readonly message: Words }[];
    }
  | { readonly __typename: 'Denied'; readonly code: string; readonly rule: string; readonly message: Words };

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface ActCall {
  /** Id of the case, party, outlet or record; left out for an act that opens one. */
  readonly subject?: string;
  readonly key: string;
  readonly occurredAt?: string;
  readonly input: Readonly<Record<string, unknown>>;
}

const ARGUMENT: Readonly<Record<StreamKind, string>> = {
  case: 'caseId',
  interference: 'interferenceId',
  party: 'partyId',
  person: 'personId',
  labInspection: 'labInspectionId',
  outlet: 'outletId',
  unit: 'unitId',
  discipline: 'disciplineId',
  supervision: 'supervisionId',
  report: 'reportId',
  credit: 'creditId',
  publication: 'publicationId',
  refusals: 'subject',
  records: 'subject',
  calendar: 'year',
  clock: 'subject',
};

const OUTCOME = `
  __typename
  ... on Receipt { subject revision position eventTypes repeated warnings { rule } }
  ... on Refusal { code rule citation clause message { zh en } missing { zh en } }
  ... on Conflict { currentRevision }
  ... on InvalidInput { code message { zh en } fields { path message { zh en } } }
  ... on Denied { code rule message { zh en } }`;

const capital = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

const mutationOf = (act: string): { readonly text: string; readonly argument: string | null } => {
  const group = ACTS.find(({ acts }) => acts.some((each) => each.name === act));
  const opens = group?.acts.find((each) => each.name === act)?.opens;
  if (group === undefined) throw new RangeError(`no act ${act}`);
  const argument = opens === true ? null : ARGUMENT[group.kind];
  const declared = `$input: ${capital(act)}Input!, $request: ActRequestInput!${argument === null ? '' : ', $subject: ID!'}`;
  const passed = `input: $input, request: $request${argument === null ? '' : `, ${argument}: $subject`}`;

  return { text: `mutation ${capital(act)}(${declared}) { ${act}(${passed}) {${OUTCOME}\n} }`, argument };
};

/** One person's desk: a plain HTTP client with that person's token. */
export class Office {
  constructor(
    private readonly url: string,
    private readonly token: string,
  ) {}

  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${this.token}` },
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { readonly data?: T; readonly errors?: readonly { readonly message: string }[] };
    if (errors !== undefined || data === undefined)
      throw new Error(`${response.status}: ${errors?.map((each) => each.message).join('; ') ?? ''}`);

    return data;
  }

  async act(name: string, { subject, key, occurredAt, input }: ActCall): Promise<Outcome> {
    const { text } = mutationOf(name);
    const request = { idempotencyKey: key, occurredAt: occurredAt ?? null };
    const data = await this.ask<Readonly<Record<string, Outcome>>>(text, { input, request, ...(subject === undefined ? {} : { subject }) });
    const outcome = data[name];
    if (outcome === undefined) throw new Error(`no answer to ${name}`);

    return outcome;
  }
}

export interface Subscription<T> {
  readonly received: readonly T[];
  /** Settles when at least so many were received. */
  until(count: number): Promise<void>;
  /** The connection is there and the server knows the subscription. */
  readonly connected: Promise<void>;
  close(): Promise<void>;
}

const client = (url: string, token: string, onConnected: () => void): Client =>
  createClient({
    url,
    lazy: false,
    retryAttempts: 5,
    connectionParams: { authorization: `Bearer ${token}` },
    on: { connected: onConnected },
  });

/** A subscription over WebSocket, as a liaison's frontend would hold it. */
export const subscribe = <T>(url: string, token: string, query: string): Subscription<T> => {
  const received: T[] = [];
  const waiting = new Set<{ readonly count: number; readonly done: () => void }>();
  const connected = Promise.withResolvers<undefined>();
  const ws = client(url, token, () => connected.resolve(undefined));
  const leave = ws.subscribe<T>(
    { query },
    {
      next: ({ data }) => {
        if (data !== null && data !== undefined) received.push(data);
        for (const each of [...waiting]) {
          if (received.length < each.count) continue;
          waiting.delete(each);
          each.done();
        }
      },
      error: (error) => connected.reject(error),
      complete: () => undefined,
    },
  );

  return {
    received,
    connected: connected.promise,
    until: (count) =>
      received.length >= count ? Promise.resolve() : new Promise((done) => waiting.add({ count, done: () => done(undefined) })),
    close: async () => {
      leave();
      await ws.dispose();
    },
  };
};
