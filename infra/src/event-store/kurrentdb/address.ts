import { LiuhenError } from '@liuhen/workflows';

/** Milliseconds. A follower learns by it alone that its connection has died in silence: later, read models would stand still unnoticed. */
const LONGEST_KEEP_ALIVE = 60_000;

const any = (): boolean => true;

const isKeepAlive = (value: string): boolean => Number(value) > 0 && Number(value) <= LONGEST_KEEP_ALIVE;

/** What the client library can be told in an address, by its spelling there, and which of it leaves our promises as they are. */
const SETTINGS: Readonly<Record<string, (value: string) => boolean>> = {
  connectionName: any,
  defaultDeadline: any,
  discoveryInterval: any,
  gossipTimeout: any,
  keepAliveInterval: isKeepAlive,
  keepAliveTimeout: isKeepAlive,
  maxDiscoverAttempts: any,
  // All that is read is the leader's word; a client that prefers another node never gets to it.
  nodePreference: (value) => value.toLowerCase() === 'leader',
  // An append that was refused would come back as if it were done.
  throwOnAppendFailure: (value) => value === 'true',
  tls: any,
  tlsCAFile: any,
  tlsVerifyCert: any,
  userCertFile: any,
  userKeyFile: any,
};

/** The library overlooks case and separators in a name. */
const flat = (name: string): string => name.trim().toLowerCase().replaceAll(/[_-]/gu, '');

const KNOWN = new Map(Object.entries(SETTINGS).map(([name, isFit]) => [flat(name), { name, isFit }]));

/** Scheme, user with password, and hosts, as the library takes them apart: a password may hold what else begins the settings. */
const BEFORE_SETTINGS = /^[^:]+:\/\/(?:[^:]+:[^@]+@)?[^?]*\??/u;

const refused = (why: string): LiuhenError => new LiuhenError('CONFIG_INVALID', `LIUHEN_EVENTS: ${why}`);

/**
 * Throws `CONFIG_INVALID` for an address with a setting that undoes what the log promises, or that the library does not know:
 * it would print that one with the whole address, password and all. Whatever is not a name of the library's is not shown here.
 */
export const checkAddress = (url: string): void => {
  const settings = url.trim().replace(BEFORE_SETTINGS, '').split('&');
  for (const [name = '', value = ''] of settings.filter((each) => each !== '').map((each) => each.split('='))) {
    const known = KNOWN.get(flat(name));
    if (known === undefined) throw refused(`a setting in the address is none of ${Object.keys(SETTINGS).join(', ')}`);
    if (!known.isFit(value.trim())) throw refused(`${known.name} cannot be had with this value; leave it out`);
  }
};
