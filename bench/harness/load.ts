import autocannon from 'autocannon';

export interface Target {
  readonly url: string;
  readonly token?: string;
}

export interface Load extends Target {
  readonly connections: number;
  readonly seconds: number;
  /** Body of the next request. */
  readonly body: () => object;
}

const headersOf = ({ token }: Target): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
});

/** Requests answered in a second. An answer that is not 2xx makes the whole measurement worthless, so it throws. */
export const requestsPerSecond = async ({ connections, seconds, body, ...target }: Load): Promise<number> => {
  const result = await autocannon({
    url: target.url,
    method: 'POST',
    headers: headersOf(target),
    connections,
    duration: seconds,
    requests: [{ method: 'POST', setupRequest: (request) => ({ ...request, body: JSON.stringify(body()) }) }],
  });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${target.url}: ${result.non2xx} bad answers, ${result.errors} errors`);

  return result['2xx'] / result.duration;
};

export interface Paced extends Target {
  readonly connections: number;
  readonly seconds: number;
  readonly perSecond: number;
  readonly body: object;
}

export interface Latency {
  /** Milliseconds that 99 of 100 answers took at most. */
  readonly p99: number;
  /** Answers that were 2xx. */
  readonly ok: number;
  /** Answers of any kind in a second. */
  readonly perSecond: number;
}

/** Requests at a steady pace, whatever the answer is; throws where one got none. */
export const latencyUnder = async ({ connections, seconds, perSecond, body, ...target }: Paced): Promise<Latency> => {
  const result = await autocannon({
    url: target.url,
    method: 'POST',
    headers: headersOf(target),
    connections,
    duration: seconds,
    overallRate: perSecond,
    requests: [{ method: 'POST', body: JSON.stringify(body) }],
  });
  if (result.errors > 0) throw new Error(`${target.url}: ${result.errors} errors`);

  return { p99: result.latency.p99, ok: result['2xx'], perSecond: result.requests.total / result.duration };
};

/** One GraphQL request; throws for an answer with errors. */
export const ask = async (target: Target, body: object): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(target.url, { method: 'POST', headers: headersOf(target), body: JSON.stringify(body) });
  const answer = (await response.json()) as { readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: unknown };
  if (answer.errors !== undefined || answer.data == null) throw new Error(`${target.url}: ${JSON.stringify(answer.errors)}`);

  return answer.data;
};
