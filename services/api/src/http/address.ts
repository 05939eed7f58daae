import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { LiuhenError } from '@liuhen/workflows';

export type Asker = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Address of whoever asks; of the peer, unless the peer is a proxy of ours. */
export type AddressOf = (request: Asker) => string;

/** Is this address that of a proxy of ours? */
export type IsProxy = (address: string) => boolean;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv4 peer of a socket that takes both comes as `::ffff:10.0.0.1`. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/u, '');

/** Of the other end of the connection, whoever it is. */
export const peerOf = ({ socket }: Pick<Asker, 'socket'>): string => plain(socket.remoteAddress ?? '');

const added = (list: BlockList, text: string): void => {
  const [address = '', bits] = text.split('/');
  const wrong = new LiuhenError('CONFIG_INVALID', `LIUHEN_PROXIES: ${text}: an address, or a network as 10.0.0.0/8`);
  if (isIP(address) === 0) throw wrong;
  try {
    if (bits === undefined) list.addAddress(address, familyOf(address));
    else list.addSubnet(address, Number(bits), familyOf(address));
  } catch {
    throw wrong;
  }
};

/** Throws `CONFIG_INVALID` for what is no address and no network. */
export const isProxyOf = (proxies: readonly string[]): IsProxy => {
  const ours = new BlockList();
  for (const proxy of proxies) added(ours, proxy);

  return (address) => isIP(address) !== 0 && ours.check(address, familyOf(address));
};

/**
 * What a proxy of ours says in `X-Forwarded-For` is believed from the right up to the first address that is none of ours;
 * what stands left of it anybody may have written.
 */
export const addressOf =
  (isOurs: IsProxy): AddressOf =>
  (request) => {
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',');
    const hops = [...forwarded.split(',').map((hop) => plain(hop.trim())), peerOf(request)].filter((hop) => hop !== '');

    return hops.findLast((hop) => !isOurs(hop)) ?? hops[0] ?? '';
  };
