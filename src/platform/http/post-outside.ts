import { lookup as lookUp } from 'node:dns/promises';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, isIP } from 'node:net';

export interface OutsidePost {
  readonly url: string;
  readonly body: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The status of the answer, or why there is none. */
export type PostOutcome = { readonly status: number } | { readonly fault: PostFault };
export type PostFault = 'notAllowed' | 'privateAddress' | 'unknownHost' | 'timeout' | 'unreachable';

const TIMEOUT = 10_000;

const closed = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  closed.addSubnet(net, bits, 'ipv4');
for (const [net, bits] of [
  ['2001::', 32],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closed.addSubnet(net, bits, 'ipv6');
const open6 = new BlockList();
open6.addSubnet('2000::', 3, 'ipv6');

/** Whether an address is on the public internet: not this machine, its network, a tunnel or a reserved range. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closed.check(address, 'ipv4');
  return family === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6');
}

/**
 * The address that may be posted to, or `null`: https to a host name or public address, without a password; or a host
 * that the settings allow.
 */
export function outsideUrl(text: string, allowed: readonly string[]): URL | null {
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.hash !== '') return null;
  if (allowed.includes(url.host)) return ['http:', 'https:'].includes(url.protocol) ? url : null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const named =
    isIP(host) === 0 && host.includes('.') && !/\.(local|localhost|internal|test|invalid|onion|arpa)\.?$/i.test(host);
  return url.protocol === 'https:' && (named || isPublicAddress(host)) ? url : null;
}

/**
 * Posts to an address that an outsider supplied. Its host is resolved once and the connection goes to that address, so
 * that the name cannot change to a private one in between. Redirects are not followed; the body of the answer is not
 * read.
 * @param allowed hosts with port from the settings that may be private and plain http
 * @param within milliseconds for everything, including name resolution
 */
export async function postOutside(
  { url: text, body, headers }: OutsidePost,
  allowed: readonly string[],
  within = TIMEOUT,
): Promise<PostOutcome> {
  const url = outsideUrl(text, allowed);
  if (!url) return { fault: 'notAllowed' };
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const signal = AbortSignal.timeout(within);
  const found = await Promise.race([lookUp(host, { all: true }).catch(() => []), aborted(signal)]);
  if (found === null) return { fault: 'timeout' };
  const [first] = found;
  if (!first) return { fault: 'unknownHost' };
  if (!allowed.includes(url.host) && !found.every(({ address }) => isPublicAddress(address)))
    return { fault: 'privateAddress' };
  return send(url, { body, headers, address: first, signal });
}

function aborted(signal: AbortSignal): Promise<null> {
  return new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(null), { once: true });
  });
}

interface OutgoingPost extends Omit<OutsidePost, 'url'> {
  readonly address: { readonly address: string; readonly family: number };
  readonly signal: AbortSignal;
}

function send(url: URL, { body, headers, address, signal }: OutgoingPost): Promise<PostOutcome> {
  const request = url.protocol === 'https:' ? requestSecure : requestPlain;
  return new Promise((resolve) => {
    const posting = request(
      url,
      {
        method: 'POST',
        agent: false,
        signal,
        headers: { ...headers, 'content-length': Buffer.byteLength(body) },
        lookup: (_host, options, done) => {
          if (options.all) done(null, [address]);
          else done(null, address.address, address.family);
        },
      },
      (answer) => {
        answer.destroy();
        resolve({ status: answer.statusCode ?? 0 });
      },
    );
    posting.on('error', () => resolve({ fault: signal.aborted ? 'timeout' : 'unreachable' }));
    posting.end(body);
  });
}
