import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isPublicAddress, outsideUrl, postOutside } from '../../../src/platform/http/post-outside.js';

describe('an outside address', () => {
  test.each(['93.184.216.34', '8.8.8.8', '2606:2800:220:1:248:1893:25c8:1946'])('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '192.168.1.1',
    '172.20.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    'fe80::1',
    'fd00::1',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    '2001:db8::1',
    'not an address',
  ])('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  test.each([
    'http://hooks.example.com/',
    'https://localhost/',
    'https://intranet/',
    'https://10.0.0.1/',
    'https://[::1]/',
    'https://user:pw@hooks.example.com/',
    'https://hooks.example.com/#x',
    'https://printer.local/',
    'https://2130706433/',
    'https://0x7f.1/',
    'ftp://hooks.example.com/',
    'nonsense',
  ])('%s may not be posted to', (url) => {
    expect(outsideUrl(url, [])).toBeNull();
  });

  test('may be posted to by https, or if the settings allow it', () => {
    expect(outsideUrl('https://hooks.example.com:8443/in?a=1', [])?.href).toBe('https://hooks.example.com:8443/in?a=1');
    expect(outsideUrl('http://intranet:8080/in', ['intranet:8080'])?.href).toBe('http://intranet:8080/in');
    expect(outsideUrl('http://intranet:8081/in', ['intranet:8080'])).toBeNull();
  });
});

describe('posting to it', () => {
  let server: Server;
  let host: string;
  const asked: string[] = [];
  beforeAll(async () => {
    server = createServer((request, response) => {
      asked.push(request.url ?? '');
      response
        .writeHead(request.url === '/moved' ? 302 : 200, request.url === '/moved' ? { location: '/elsewhere' } : {})
        .end('x'.repeat(10_000));
    });
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
    host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => new Promise((resolve) => void server.close(resolve)));

  test('returns the status, and follows no redirect', async () => {
    const headers = {};
    expect(await postOutside({ url: `http://${host}/in`, body: '{}', headers }, [host])).toEqual({ status: 200 });
    expect(await postOutside({ url: `http://${host}/moved`, body: '{}', headers }, [host])).toEqual({ status: 302 });
    expect(asked).toEqual(['/in', '/moved']);
  });

  test('is refused for addresses that are not allowed, and reports an unreachable host', async () => {
    expect(await postOutside({ url: `http://${host}/in`, body: '{}', headers: {} }, [])).toEqual({
      fault: 'notAllowed',
    });
    expect(await postOutside({ url: 'http://127.0.0.1:1/', body: '{}', headers: {} }, ['127.0.0.1:1'])).toEqual({
      fault: 'unreachable',
    });
    expect(await postOutside({ url: 'https://nowhere.example.invalid.example/', body: '{}', headers: {} }, [])).toEqual(
      { fault: 'unknownHost' },
    );
  });
});
