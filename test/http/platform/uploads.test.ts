import { request } from 'node:http';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../support/web-client.js';

const TYPE = 'multipart/form-data; boundary=x';
const MULTIPART: Readonly<Record<string, string>> = { 'content-type': TYPE };
const part = (name: string, value: string, more = '') =>
  `--x\r\nContent-Disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`;
const END = '--x--\r\n';
const file = (bytes: Buffer) => ({ field: 'file', name: 'f.csv', type: 'text/csv', bytes });

describe('forms with files', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const send = (
    client: WebClient,
    payload: string,
    { path = '/verify/file', headers = MULTIPART } = {},
  ): Promise<Answer> => client.request({ method: 'POST', path, headers, payload });

  it.each(['/sign-in', '/sign-up', '/verify', '/password-reset', '/sign-out'])(
    'are refused with a page at %s, which accepts none',
    async (path) => {
      const answer = await academy.client().upload(path, { email: 'a@b.example' }, file(Buffer.from('x')));
      expect([answer.status, wordsOf(answer.text)]).toEqual([
        415,
        expect.stringContaining('无法处理这个请求') as string,
      ]);
    },
  );

  it('get 404 at an unknown address, and by a method that the page does not have', async () => {
    const client = academy.client();
    expect((await client.upload('/nowhere', {}, file(Buffer.from('x')))).status).toBe(404);
    expect((await client.request({ method: 'PUT', path: '/courses', headers: MULTIPART, payload: 'x' })).status).toBe(
      404,
    );
    expect(
      (
        await client.request({
          method: 'PUT',
          path: '/courses',
          headers: { 'content-type': 'multipart/form-data' },
          payload: 'x',
        })
      ).status,
    ).toBe(404);
  });

  it.each([
    ['that lack their end', `${part('a', 'b')}--x\r\nContent-Disposition: form-data; name="c"\r\n\r\nhalf`, TYPE],
    [
      'cut off within a file',
      `${part('a', 'b')}--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\nContent-Type: text/csv\r\n\r\nhalf`,
      TYPE,
    ],
    ['cut off within a head', '--x\r\nContent-Disposition: form-da', TYPE],
    ['without a boundary', part('a', 'b') + END, 'multipart/form-data'],
    ['with an empty boundary', part('a', 'b') + END, 'multipart/form-data; boundary='],
    ['with a boundary of 300 characters', part('a', 'b') + END, `multipart/form-data; boundary=${'b'.repeat(300)}`],
    ['with another boundary', part('a', 'b') + END, 'multipart/form-data; boundary=other'],
    ['with a field named like a method of objects', part('toString', 'b') + END, TYPE],
    [
      'with a field that says to be JSON and is not',
      `--x\r\nContent-Disposition: form-data; name="a"\r\nContent-Type: application/json\r\n\r\n{\r\n${END}`,
      TYPE,
    ],
  ])('%s get 400 and a page in the visitor’s language', async (_, payload, type) => {
    for (const [language, words] of [
      ['zh-CN', '无法处理这个请求'],
      ['en', 'could not be read'],
    ] as const) {
      const answer = await send(academy.client(language), payload, { headers: { 'content-type': type } });
      expect([answer.status, wordsOf(answer.text)]).toEqual([400, expect.stringContaining(words) as string]);
    }
  });

  it('of another type of multipart get 400 or 415', async () => {
    const answer = await send(academy.client(), part('a', 'b') + END, {
      headers: { 'content-type': 'multipart/mixed; boundary=x' },
    });
    expect(answer.status).toBe(415);
  });

  it.each([
    ['more files than the page takes', part('file', 'a', '; filename="a"') + part('file', 'b', '; filename="b"') + END],
    ['more fields than any page has', Array.from({ length: 200 }, (_, at) => part(`f${at}`, 'x')).join('') + END],
    ['a field of 200 KB', part('a', 'x'.repeat(200_000)) + END],
  ])('with %s get 413', async (_, payload) => {
    expect((await send(academy.client(), payload)).status).toBe(413);
  });

  it('are read no further than the route’s limit if they do not declare their length', async () => {
    const origin = await academy.listen();
    const { status, sent } = await chunked(`${origin}/verify/file`, 40 * 1024 * 1024);
    expect(status).toBe(413);
    expect(sent).toBeLessThan(40 * 1024 * 1024);
    expect((await academy.client().get('/verify')).status).toBe(200);
  });

  it('are not read from visitors without access', async () => {
    const answer = await send(academy.client(), 'cannot be read', { path: '/office/trainees/import' });
    expect([answer.status, answer.location]).toEqual([303, '/sign-in']);
    expect(
      (await send(await signedIn(academy, 'trainee'), 'cannot be read', { path: '/office/trainees/import' })).status,
    ).toBe(403);
    expect(
      (await send(await signedIn(academy, 'coordinator'), 'cannot be read', { path: '/office/trainees/import' }))
        .status,
    ).toBe(400);
  });

  it.each([['application/x-www-form-urlencoded'], ['application/json'], ['multipart/form-data; boundary=x']])(
    'of the type %s with a content encoding get 415',
    async (type) => {
      const answer = await send(academy.client(), 'a=b', {
        path: '/sign-in',
        headers: { 'content-type': type, 'content-encoding': 'gzip' },
      });
      expect(answer.status).toBe(415);
    },
  );

  it('reach the route that accepts them, with their fields', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const answer = await browser.upload(
      '/office/trainees/import',
      {},
      file(Buffer.from('姓名,手机\n陈一,13800000001')),
    );
    expect([answer.status, wordsOf(answer.text)]).toEqual([200, expect.stringContaining('陈一') as string]);
  });

  it('need the CSRF token', async () => {
    const answer = await send(await signedIn(academy, 'coordinator'), part('_csrf', 'wrong') + END, {
      path: '/office/trainees/import',
    });
    expect([answer.status, wordsOf(answer.text)]).toEqual([403, expect.stringContaining('这个表单已经过期') as string]);
  });
});

describe('repeated forms with files', () => {
  let academy: TestAcademy;
  let origin: string;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    origin = await academy.listen();
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 11 * 60_000));
  afterAll(() => academy.close());

  it('are counted per address, refused ones included, and per person', async () => {
    const broken = { method: 'POST' as const, headers: MULTIPART, payload: 'cannot be read' };
    const anybody = academy.client();
    const answers: Answer[] = [];
    for (let time = 0; time < 61; time += 1) answers.push(await anybody.request({ ...broken, path: '/verify/file' }));
    expect(answers.map(({ status }) => status)).toEqual([...Array<number>(60).fill(400), 429]);
    expect(Number(answers.at(-1)?.headers['retry-after'])).toBeGreaterThan(0);
    const coordinator = await signedIn(academy, 'coordinator');
    for (let time = 0; time < 120; time += 1) await coordinator.request({ ...broken, path: '/office/trainees/import' });
    expect((await coordinator.request({ ...broken, path: '/office/trainees/import' })).status).toBe(429);
    expect(
      (await (await signedIn(academy, 'administrator')).request({ ...broken, path: '/office/trainees/import' })).status,
    ).toBe(400);
    academy.clock.moveTo(academy.clock.now() + 11 * 60_000);
    expect((await anybody.request({ ...broken, path: '/verify/file' })).status).toBe(400);
  });

  it('fill a limited amount of memory per address, and are accepted again once earlier ones are done', async () => {
    const slow = Array.from({ length: 6 }, () => halfSent(`${origin}/verify/file`, 4.9 * 1024 * 1024));
    await Promise.all(slow.map(({ started }) => started));
    await until(async () => (await chunked(`${origin}/verify/file`, 4_000_000)).status === 429);
    await Promise.all(slow.map(({ end }) => end()));
    await until(async () => (await chunked(`${origin}/verify/file`, 1000)).status !== 429);
  });

  it('take no memory from others while they are silent', async () => {
    const silent = Array.from({ length: 25 }, () => halfSent(`${origin}/verify/file`, 4));
    await Promise.all(silent.map(({ started }) => started));
    expect((await chunked(`${origin}/verify/file`, 1000)).status).toBe(403);
    await Promise.all(silent.map(({ end }) => end()));
  });
});

/** Uploads so many bytes without declaring the length. */
function chunked(url: string, bytes: number): Promise<{ status: number; sent: number }> {
  return new Promise((resolve, reject) => {
    let sent = 0;
    let answered = false;
    const posting = request(url, { method: 'POST', headers: MULTIPART, agent: false }, (answer) => {
      answered = true;
      answer.resume();
      resolve({ status: answer.statusCode ?? 0, sent });
      posting.destroy();
    });
    posting.on('error', (fault) => {
      if (!answered) reject(fault);
    });
    posting.write('--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n');
    const piece = Buffer.alloc(64 * 1024, 0x61);
    const more = (): void => {
      if (answered) return;
      if (sent >= bytes) {
        posting.end('\r\n--x--\r\n');
        return;
      }
      sent += piece.length;
      posting.write(piece, () => setImmediate(more));
    };
    more();
  });
}

/** A form with so many bytes of a file, which ends only at `end`; that waits until the server is done with it. */
function halfSent(url: string, bytes: number): { started: Promise<unknown>; end: () => Promise<void> } {
  const posting = request(url, { method: 'POST', headers: MULTIPART, agent: false }, (answer) => answer.resume());
  posting.on('error', () => undefined);
  const closed = new Promise<void>((resolve) => posting.once('close', resolve));
  const started = new Promise((resolve) =>
    posting.write(
      '--x\r\nContent-Disposition: form-data; name="file"; filename="f"\r\n\r\n' + 'a'.repeat(bytes),
      resolve,
    ),
  );
  return {
    started,
    end: () => {
      posting.end('\r\n--x--\r\n');
      return closed;
    },
  };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('It did not come to hold');
}
