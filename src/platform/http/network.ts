import { isIP } from 'node:net';

/** UTF-16 units. An address with brackets, zone, port and quotes is shorter. */
const LONGEST_ADDRESS = 100;
const IN_BRACKETS = /^\[([^[\]]*)\](?::\d{1,5})?$/;
const PORT = /:\d{1,5}$/;

/**
 * The IP address in what a proxy wrote into `X-Forwarded-For`: some add the client's port, brackets, quotes or a zone.
 * `null`: there is none in it.
 */
export function plainAddress(written: string | undefined): string | null {
  if (written === undefined || written.length > LONGEST_ADDRESS) return null;
  const text = written.trim().replace(/^"(.*)"$/, '$1');
  const whole = IN_BRACKETS.exec(text)?.[1] ?? text;
  const readings = [whole, whole.replace(PORT, '')].map((one) => one.split('%', 1)[0] ?? '');
  return readings.find((one) => isIP(one) !== 0) ?? null;
}

/** The header with plain addresses, so that trusted proxies are recognized by theirs. What is no address stays. */
export function plainForwarded(header: string): string {
  return header
    .split(',')
    .map((written) => plainAddress(written) ?? written.trim())
    .join(', ');
}

const GROUPS = 8;
const NETWORK_GROUPS = 4;

/**
 * The network of a client, for limits: an IPv4 address, or the /64 of an IPv6 address (`2001:db8:0:1::/64`), since
 * whoever has one of its addresses has all of them. `null`: it is no IP address.
 */
export function networkOf(written: string | undefined): string | null {
  const address = plainAddress(written);
  if (address === null || isIP(address) === 4) return address;
  const groups = groupsOf(address);
  const isMapped = groups.every((group, at) => at > 5 || group === (at === 5 ? 0xffff : 0));
  if (isMapped) return groups.slice(6).flatMap(bytesOf).join('.');
  const network = groups.slice(0, NETWORK_GROUPS).map((group) => group.toString(16));
  return `${network.join(':')}::/64`;
}

/** The eight numbers of an IPv6 address. */
function groupsOf(address: string): number[] {
  const [start = '', end] = address.split('::');
  const [first, last] = [groupsIn(start), groupsIn(end ?? '')];
  return [...first, ...Array.from({ length: GROUPS - first.length - last.length }, () => 0), ...last];
}

/** The last 32 bits may be written like an IPv4 address. */
function groupsIn(part: string): number[] {
  if (part === '') return [];
  return part.split(':').flatMap((group) => {
    if (!group.includes('.')) return [Number.parseInt(group, 16)];
    const [a = 0, b = 0, c = 0, d = 0] = group.split('.').map(Number);
    return [a * 256 + b, c * 256 + d];
  });
}

const bytesOf = (group: number): number[] => [group >> 8, group & 0xff];
