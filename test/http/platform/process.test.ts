import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { ServerProcess } from '../../support/process.js';

describe('the product as a process', () => {
  let server: ServerProcess | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });

  it('prints the address of the first-run page and its set-up code', async () => {
    const port = await freePort();
    server = await ServerProcess.start({ PORT: String(port), LOG_LEVEL: 'warn' });
    await server.prints(/http:\/\/localhost:\d+\/setup\nSet-up code: [A-Z2-9]{10}/);
    expect((await fetch(`http://127.0.0.1:${port}/setup`)).status).toBe(200);
  });

  it('logs each request’s id, the same as in the answer, and no secret of an address', async () => {
    const port = await freePort();
    server = await ServerProcess.start({ PORT: String(port) });
    await server.prints(/Set-up code/);
    const answer = await fetch(`http://127.0.0.1:${port}/setup`);
    const id = answer.headers.get('x-request-id') ?? 'none';
    const [line] = await server.prints(new RegExp(`^.*"${id}".*"msg":"request"}$`, 'm'));
    expect(JSON.parse(line)).toMatchObject({ method: 'GET', url: '/setup', status: 200, requestId: id });
    const secret = 'AbCdEfGhIjKlMnOpQrStUvWxYz0';
    const opened = await fetch(`http://127.0.0.1:${port}/password-reset/${secret}?from=${secret}`, {
      redirect: 'manual',
    });
    const [other] = await server.prints(
      new RegExp(`^.*"${opened.headers.get('x-request-id')}".*"msg":"request"}$`, 'm'),
    );
    expect(other).toContain('"url":"/password-reset/••••••"');
    expect(other).not.toContain(secret);
  });

  it('finishes a request in progress when it is stopped, accepts no new one, and exits normally', async () => {
    const port = await freePort();
    server = await ServerProcess.start({ PORT: String(port), LOG_LEVEL: 'info' });
    await server.prints(/Set-up code/);
    const slow = await halfARequest(port);
    server.signal('SIGTERM');
    await server.prints(/finishing requests under way/);
    await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
    const answer = await slow.finish();
    expect(answer).toMatch(/^HTTP\/1\.1 422 /);
    expect(await server.ended).toBe(0);
  });
});

/** Sends the first-run form except for its last byte. */
async function halfARequest(port: number): Promise<{ finish: () => Promise<string> }> {
  const page = await fetch(`http://127.0.0.1:${port}/setup`);
  const token = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '';
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const body = new URLSearchParams({ _csrf: token, code: 'WRONG', nameZh: '学院' }).toString();
  const socket = connect(port, '127.0.0.1');
  await new Promise((resolve) => socket.once('connect', resolve));
  const answered = everythingFrom(socket);
  socket.write(
    `POST /setup HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nCookie: ${cookie}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, -1)}`,
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  return {
    finish: () => {
      socket.write(body.slice(-1));
      return answered;
    },
  };
}

function everythingFrom(socket: Socket): Promise<string> {
  let text = '';
  socket.on('data', (bytes: Buffer) => {
    text += bytes.toString();
  });
  return new Promise((resolve, reject) => socket.on('close', () => resolve(text)).on('error', reject));
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
