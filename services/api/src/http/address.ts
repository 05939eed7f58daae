import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { LiuhenError } from '@liuhen/workflows';

/** Address of whoever asks; of the peer, unless the peer is a proxy of ours. */
export type AddressOf = (request: Pick<IncomingMessage, 'headers' | 'socket'>) => string;

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

/** An IPv4 peer of a socket that takes both comes as `::ffff:10.0.0.1`. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/u, '');

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

/**
 * What a proxy of ours says in `X-Forwarded-For` is believed from the right up to the first address that is none of ours;
 * what stands left of it anybody may have written.
 */
export const addressOf = (proxies: readonly string[]): AddressOf => {
  const ours = new BlockList();
  for (const proxy of proxies) added(ours, proxy);
  const isOurs = (address: string): boolean => isIP(address) !== 0 && ours.check(address, familyOf(address));

  return ({ headers, socket }) => {
    const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',');
    const hops = [...forwarded.split(',').map((hop) => plain(hop.trim())), plain(socket.remoteAddress ?? '')].filter((hop) => hop !== '');

    return hops.findLast((hop) => !isOurs(hop)) ?? hops[0] ?? '';
  };
};
