/** @database SQLite: requests that are refused before they reach a query. */
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { anEmployer, type BuiltEmployer } from '../../builders/employers.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';

const VERIFICATIONS = '/api/v1/verifications';
const IMPORT = '/office/trainees/import/confirmation';
const MEGABYTE = 1024 * 1024;
const JSON_BODY = { 'content-type': 'application/json' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('bodies of several megabytes', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let origin: string;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    origin = await academy.listen();
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 16 * 60_000));
  afterAll(() => academy.close());

  const withKey = () => ({ ...JSON_BODY, authorization: `Bearer ${employer.key}` });

  it.each([
    ['without a key', VERIFICATIONS, JSON_BODY, 401],
    ['with an unknown key', VERIFICATIONS, { ...JSON_BODY, authorization: `Bearer ita_${'x'.repeat(27)}` }, 401],
    ['from nobody who is signed in', IMPORT, FORM, 303],
    ['with a cookie that is no session', IMPORT, { ...FORM, cookie: 'session=nonsense' }, 303],
  ] satisfies [string, string, Record<string, string>, number][])(
    '%s are answered before they have arrived',
    async (_, path, headers, status) => {
      const sending = begin(origin + path, headers, MEGABYTE);
      expect(await sending.answered).toBe(status);
      sending.cut();
    },
  );

  it('are read from a known sender', async () => {
    const sending = begin(origin + VERIFICATIONS, withKey(), MEGABYTE);
    sending.end();
    expect(await sending.answered).toBe(400);
  });

  it('fill a limited amount of memory per address, and are accepted again once earlier ones are done', async () => {
    const coordinator = await signedIn(academy, 'coordinator');
    const cookie = `session=${coordinator.cookie('session')}`;
    const hold = (at: number): Sending =>
      at % 2 === 0
        ? begin(origin + VERIFICATIONS, withKey(), 4.9 * MEGABYTE)
        : begin(origin + IMPORT, { ...FORM, cookie }, 4.9 * MEGABYTE);
    const held: Sending[] = [];
    let refused: number | null = null;
    for (let at = 0; refused === null && at < 40; at += 1) {
      const sending = hold(at);
      held.push(sending);
      refused = await Promise.race([sending.answered, pause(400, null)]);
    }
    expect(refused).toBe(429);
    const whole = (bytes: number): Promise<number> => {
      const sending = begin(origin + VERIFICATIONS, withKey(), bytes);
      sending.end();
      return sending.answered;
    };
    expect(await whole(1000)).toBe(400);
    for (const { cut } of held) cut();
    await until(async () => (await whole(4.9 * MEGABYTE)) === 400);
  });

  it('with wrong keys are counted per address', async () => {
    const headers = { ...JSON_BODY, authorization: `Bearer ita_${'y'.repeat(27)}` };
    const ask = () => academy.client(null).request({ method: 'POST', path: VERIFICATIONS, headers, payload: '{}' });
    const answers: number[] = [];
    for (let time = 0; time < 61; time += 1) answers.push((await ask()).status);
    expect(answers).toEqual([...Array<number>(60).fill(401), 429]);
  });
});

interface Sending {
  readonly answered: Promise<number>;
  end(): void;
  cut(): void;
}

/** Sends so many bytes of a body that is not JSON, without ending it. */
function begin(url: string, headers: Readonly<Record<string, string>>, bytes: number): Sending {
  const posting = request(url, { method: 'POST', headers, agent: false });
  const answered = new Promise<number>((resolve, reject) => {
    posting.on('response', (answer) => {
      answer.resume();
      resolve(answer.statusCode ?? 0);
    });
    posting.on('error', reject);
  });
  answered.catch(() => undefined);
  posting.write('a'.repeat(bytes));
  return { answered, end: () => posting.end(), cut: () => posting.destroy() };
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let time = 0; time < 200; time += 1) {
    if (await holds()) return;
    await pause(50);
  }
  throw new Error('It did not come to hold');
}
