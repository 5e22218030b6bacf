/** @database SQLite: how a table is read and sent. */
import { connect, type Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { EmployerHistory, type LineToday } from '../../../src/certifications/verification/actions/employer-history.js';
import { Stopwatch } from '../../../src/platform/index.js';
import { anEmployer } from '../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const LINE = {
  at: TEST_START,
  kind: 'page',
  askedByName: '赵磊',
  askedNumber: 'JNIT-2026-1',
  askedName: '王芳',
  verdict: 'valid',
  now: null,
  purpose: '入职',
  withheld: null,
  reason: null,
} as unknown as LineToday;

describe('the download of a long table', () => {
  let academy: TestAcademy;
  let port: number;
  let history: EmployerHistory;
  let originally: EmployerHistory['parts'];
  /** Tables that were begun, are being read, and at most at once; parts that were read. */
  const seen = { begun: 0, open: 0, most: 0, parts: 0 };
  /** Lines of one part; parts of a table; milliseconds that one part keeps the thread busy. */
  let table = { lines: 1, parts: Infinity, busy: 0 };
  const sockets: Socket[] = [];
  const sessions: string[] = [];

  beforeAll(async () => {
    academy = await TestAcademy.open();
    port = Number(new URL(await academy.listen()).port);
    history = academy.app.get(EmployerHistory);
    originally = history.parts.bind(history);
    history.parts = async function* () {
      seen.begun += 1;
      seen.open += 1;
      seen.most = Math.max(seen.most, seen.open);
      try {
        for (let part = 0; part < table.parts; part += 1) {
          const busy = new Stopwatch();
          while (busy.elapsed() < table.busy);
          seen.parts += 1;
          yield await Promise.resolve(Array.from({ length: table.lines }, () => LINE));
        }
      } finally {
        seen.open -= 1;
      }
    };
    for (let made = 0; made < 4; made += 1) {
      const client = await signedIn(academy, (await anEmployer(academy)).contact);
      sessions.push(client.cookie('session')!);
    }
  });
  beforeEach(() => {
    Object.assign(seen, { begun: 0, open: 0, most: 0, parts: 0 });
    table = { lines: 1, parts: Infinity, busy: 0 };
  });
  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    await until(() => seen.open === 0);
  });
  afterAll(async () => {
    history.parts = originally;
    await academy.close();
  });

  async function until(holds: () => boolean): Promise<void> {
    while (!holds()) await wait(5);
  }
  /** Asks for a file and reads nothing of it unless `reads`. */
  function ask(file: string, who: number, reads = true): Socket {
    const head = `GET ${file} HTTP/1.1\r\nHost: academy.example\r\nCookie: session=${sessions[who]}\r\n\r\n`;
    const socket = connect({ port, host: '127.0.0.1' }, () => socket.write(head)).on('error', () => undefined);
    if (reads) socket.resume();
    sockets.push(socket);
    return socket;
  }
  const get = (path: string, who: number, init: RequestInit = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}${path}`, {
      ...init,
      headers: { cookie: `session=${sessions[who]}`, accept: 'text/html', ...(init.headers as object) },
    });

  it.each(['csv', 'xlsx'])('ends when whoever downloads it has left: %s', async (format) => {
    const socket = ask(`/employer/history.${format}`, 0);
    await until(() => seen.parts > 3);
    socket.destroy();
    await until(() => seen.open === 0);
    const read = seen.parts;
    await wait(50);
    expect([seen.parts, seen.begun]).toEqual([read, 1]);
  });

  it('is not begun for who leaves while waiting, and is for who stays', async () => {
    const [first, second] = [ask('/employer/history.xlsx', 0), ask('/employer/history.xlsx', 1)];
    await until(() => seen.begun === 2);
    const left = ask('/employer/history.xlsx', 2);
    await wait(100);
    left.destroy();
    ask('/employer/history.xlsx', 3);
    await wait(100);
    expect(seen.begun).toBe(2);
    first.destroy();
    second.destroy();
    await until(() => seen.begun === 3);
    await wait(100);
    expect(seen).toMatchObject({ begun: 3, open: 1, most: 2 });
  });

  it('is read of two accounts at once, and of one account one after the other', async () => {
    for (const who of [0, 0, 1, 2, 3]) ask('/employer/history.xlsx', who);
    await until(() => seen.begun === 2);
    await wait(200);
    expect(seen).toMatchObject({ begun: 2, most: 2 });
    table.parts = 0;
    await until(() => seen.begun === 5 && seen.open === 0);
    expect(seen.most).toBe(2);

    table.parts = Infinity;
    ask('/employer/history.xlsx', 0);
    ask('/employer/history.csv', 0);
    await until(() => seen.begun === 6);
    await wait(100);
    expect(seen).toMatchObject({ begun: 6, open: 1 });
  });

  it.each([
    ['zh-CN', '请等它们完成后再下载'],
    ['en', 'Wait until they have, then try again'],
  ])('is refused with what to do where too many wait: %s', async (language, said) => {
    for (let more = 0; more < 3; more += 1) ask('/employer/history.xlsx', 0);
    await until(() => seen.begun === 1);
    await wait(100);
    const refused = await get('/employer/history.csv', 0, { headers: { 'accept-language': language } });
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '20']);
    expect(wordsOf(await refused.text())).toContain(said);
    expect(seen.begun).toBe(1);
  });

  it.each(['csv', 'xlsx'])('is described to HEAD without being made: %s', async (format) => {
    const described = await get(`/employer/history.${format}`, 0, { method: 'HEAD' });
    expect([described.status, described.headers.get('content-length')]).toEqual([200, null]);
    expect(described.headers.get('content-disposition')).toContain(`.${format}`);
    expect(seen.begun).toBe(0);
  });

  it('is read no faster than it is taken, and others go on meanwhile', async () => {
    table.lines = 200;
    for (const who of [0, 1]) ask('/employer/history.csv', who, false);
    let read = 0;
    do {
      read = seen.parts;
      await wait(300);
    } while (seen.parts > read);
    expect(seen.open).toBe(2);
    table = { ...table, parts: 3 };
    const file = await (await get('/employer/history.csv', 2)).text();
    expect(file.trim().split('\n')).toHaveLength(1 + 3 * 200);
  });

  it('lets others’ pages through between its parts', async () => {
    table.busy = 20;
    for (const who of [0, 1]) ask('/employer/history.xlsx', who);
    await until(() => seen.parts > 4);
    const during: number[] = [];
    for (let page = 0; page < 5; page += 1) {
      const before = seen.parts;
      expect((await get('/verify', 2)).status).toBe(200);
      during.push(seen.parts - before);
    }
    expect(during.sort((one, other) => one - other)[2]).toBeLessThanOrEqual(3);
  });
});
