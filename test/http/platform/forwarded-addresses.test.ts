/** @database SQLite: how a header is read. */
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestContexts } from '../../../src/platform/http/request-contexts.js';
import { TestAcademy } from '../../support/app.js';

describe('behind a proxy, limits', () => {
  it.each([
    ['with ports', (at: number) => `6.6.6.6:${1000 + at}`],
    ['of one IPv6 network', (at: number) => [`2001:db8:1:3::${at}`, `"[2001:db8:1:3::1]:${at}"`][at % 2]!],
    ['that are none', (at: number) => `unknown${at}`],
  ])('count forwarded addresses %s as one', async (_, addressOf) => {
    const academy = await TestAcademy.open({ env: { TRUST_PROXY: '1' } });
    const statuses: number[] = [];
    for (let at = 0; at < 61; at += 1) statuses.push(await wrongKey(academy, addressOf(at)));
    expect([new Set(statuses.slice(0, 60)), statuses.at(-1)]).toEqual([new Set([401]), 429]);
    expect(await wrongKey(academy, '7.7.7.7')).toBe(401);
    await academy.close();
  });

  it('count clients, not the proxies in front of them that are written with ports', async () => {
    const academy = await TestAcademy.open({ env: { TRUST_PROXY: '127.0.0.1, 10.0.0.0/8' } });
    const statuses = new Set<number>();
    for (let at = 0; at < 61; at += 1) statuses.add(await wrongKey(academy, `6.6.6.${at}:5000, 10.0.0.1:${1000 + at}`));
    expect(statuses).toEqual(new Set([401]));
    await academy.close();
  });

  it('warn once, naming the setting, if a client has no IP address, and count it as the proxy', async () => {
    const academy = await TestAcademy.open({ env: { TRUST_PROXY: '1' } });
    const contexts = academy.app.get(RequestContexts);
    const warnings: string[] = [];
    const networkFor = async (ip: string, remoteAddress = '10.0.0.1'): Promise<string> => {
      const log = { warn: (text: string) => warnings.push(text) };
      const request = { ip, socket: { remoteAddress }, log, cookies: {}, headers: {}, method: 'POST' };
      await contexts.begin(request as unknown as FastifyRequest, REPLY);
      return (request as unknown as FastifyRequest).requestContext!.ip;
    };
    expect([await networkFor('6.6.6.6'), warnings]).toEqual(['6.6.6.6', []]);
    expect([await networkFor('unknown'), await networkFor('_other')]).toEqual(['10.0.0.1', '10.0.0.1']);
    expect(warnings).toEqual([expect.stringContaining('TRUST_PROXY')]);
    await academy.close();
  });
});

const REPLY = {
  header() {
    return this;
  },
} as unknown as FastifyReply;

async function wrongKey(academy: TestAcademy, forwarded: string): Promise<number> {
  const { statusCode } = await academy.app.inject({
    method: 'GET',
    url: '/api/v1/verifications',
    headers: { authorization: 'Bearer none', 'x-forwarded-for': forwarded },
  });
  return statusCode;
}
