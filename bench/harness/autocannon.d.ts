/** The part of autocannon that the bench uses; it brings no types of its own. */
declare module 'autocannon' {
  interface Request {
    readonly method?: string;
    readonly body?: string;
    readonly setupRequest?: (request: Request) => Request;
  }

  interface Options {
    readonly url: string;
    readonly method: 'POST';
    readonly headers: Readonly<Record<string, string>>;
    readonly connections: number;
    readonly duration?: number;
    readonly amount?: number;
    /** Requests in a second, over all connections. */
    readonly overallRate?: number;
    readonly requests: readonly Request[];
  }

  interface Result {
    readonly requests: { readonly total: number };
    readonly '2xx': number;
    /** Milliseconds. */
    readonly latency: { readonly p99: number };
    readonly non2xx: number;
    readonly errors: number;
    /** Seconds. */
    readonly duration: number;
  }

  const autocannon: (options: Options) => Promise<Result>;

  export = autocannon;
}
