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

/** One GraphQL request; throws for an answer with errors. */
export const ask = async (target: Target, body: object): Promise<Readonly<Record<string, unknown>>> => {
  const response = await fetch(target.url, { method: 'POST', headers: headersOf(target), body: JSON.stringify(body) });
  const answer = (await response.json()) as { readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: unknown };
  if (answer.errors !== undefined || answer.data == null) throw new Error(`${target.url}: ${JSON.stringify(answer.errors)}`);

  return answer.data;
};
