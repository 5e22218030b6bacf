/** @database SQLite: how long connections are kept. */
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';

const HEALTH = 'GET /healthz HTTP/1.1\r\nHost: academy.example\r\nConnection: close\r\n\r\n';
const FORM = 'POST /sign-in HTTP/1.1\r\nHost: academy.example\r\nContent-Type: application/x-www-form-urlencoded\r\n';

describe('a connection', () => {
  let academy: TestAcademy;
  let port: number;
  beforeAll(async () => {
    academy = await TestAcademy.open({ env: { REQUEST_TIMEOUT: '1', MAX_CONNECTIONS: '30' } });
    port = Number(new URL(await academy.listen()).port);
  });
  afterAll(() => academy.close());

  it('is closed if its body arrives a byte at a time', async () => {
    const { socket, ended } = talk(port, `${FORM}Content-Length: 200000\r\n\r\n`);
    const drip = setInterval(() => socket.write('a'), 100);
    const { text, after } = await ended;
    clearInterval(drip);
    expect(text).toMatch(/^HTTP\/1\.1 408 /);
    expect(after).toBeLessThan(10_000);
  });

  it('is closed if its form with files arrives a byte at a time', async () => {
    const head = FORM.replace('/sign-in', '/verify/file').replace(
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    );
    const { socket, ended } = talk(port, `${head}Transfer-Encoding: chunked\r\n\r\n5\r\n--x\r\n\r\n`);
    const drip = setInterval(() => socket.write('1\r\na\r\n'), 100);
    const { after } = await ended;
    clearInterval(drip);
    expect(after).toBeLessThan(10_000);
  });

  it('is closed if its headers arrive a byte at a time', async () => {
    const { socket, ended } = talk(port, FORM);
    const drip = setInterval(() => socket.write('a'), 100);
    const { after } = await ended;
    clearInterval(drip);
    expect(after).toBeLessThan(10_000);
  });

  it('gets 431 if its headers are larger than 16 KB', async () => {
    const { ended } = talk(port, `GET / HTTP/1.1\r\nHost: academy.example\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`);
    expect((await ended).text).toMatch(/^HTTP\/1\.1 431 /);
  });

  it('with a slow answer stays open: only the arrival of a request is timed', async () => {
    const reads = academy.app.get(ReadDatabase);
    const first = reads.first.bind(reads);
    reads.first = async (query) => {
      await pause(3000);
      return first(query);
    };
    try {
      const { ended } = talk(port, 'GET /readyz HTTP/1.1\r\nHost: academy.example\r\nConnection: close\r\n\r\n');
      const { text, after } = await ended;
      expect(text).toMatch(/^HTTP\/1\.1 200 /);
      expect(after).toBeGreaterThan(2900);
    } finally {
      reads.first = first;
    }
  });

  it('of an address that holds a quarter of all connections is closed, and other addresses are served', async () => {
    const held = await Promise.all(Array.from({ length: 7 }, () => opened(port, '127.0.0.2')));
    const more = talk(port, HEALTH, '127.0.0.2');
    expect((await more.ended).text).toBe('');
    expect((await talk(port, HEALTH).ended).text).toMatch(/^HTTP\/1\.1 200 /);
    for (const socket of held) socket.destroy();
    await pause(100);
    expect((await talk(port, HEALTH, '127.0.0.2').ended).text).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('beyond the configured limit is closed, and the others are served', async () => {
    const held = await Promise.all(Array.from({ length: 30 }, (_, at) => opened(port, `127.0.0.${2 + (at % 5)}`)));
    const { ended } = talk(port, 'GET /healthz HTTP/1.1\r\nHost: academy.example\r\n\r\n');
    expect((await ended).text).toBe('');
    for (const socket of held.slice(1)) socket.destroy();
    await pause(100);
    const { ended: served } = talk(port, 'GET /healthz HTTP/1.1\r\nHost: academy.example\r\nConnection: close\r\n\r\n');
    expect((await served).text).toMatch(/^HTTP\/1\.1 200 /);
    held[0]?.destroy();
  });
});

interface Talk {
  readonly socket: Socket;
  readonly ended: Promise<{ readonly text: string; /** Milliseconds. */ readonly after: number }>;
}

function talk(port: number, text: string, from = '127.0.0.1'): Talk {
  const began = performance.now();
  let answer = '';
  const socket = connect({ port, host: '127.0.0.1', localAddress: from });
  // Queued now: on a busy machine, the first of the bytes that follow could be written before the connection stands.
  socket.write(text);
  socket
    .setEncoding('utf8')
    .on('data', (piece: string) => {
      answer += piece;
    })
    .on('error', () => undefined);
  const ended = new Promise<{ text: string; after: number }>((resolve) =>
    socket.on('close', () => resolve({ text: answer, after: performance.now() - began })),
  );
  return { socket, ended };
}

function opened(port: number, from: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from }, () => resolve(socket));
    socket.on('error', reject);
  });
}
