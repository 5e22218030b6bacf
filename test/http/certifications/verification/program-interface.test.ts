import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import type { Answer } from '../../../support/web-client.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

interface Told {
  readonly results: readonly {
    readonly verdict: string;
    readonly checks: Record<string, string>;
    readonly reference: string | null;
    readonly certificate: { readonly number: string; readonly url: string } | null;
  }[];
  readonly type: string;
  readonly status: number;
  readonly errors: readonly { readonly pointer: string }[];
}

describe('an employer’s program', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let row: Row;
  const { one, revoke } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    ({ row } = await one('王芳', 'Wang Fang'));
  });
  afterAll(() => academy.close());

  const send = (payload: string, headers: Record<string, string> = {}): Promise<Answer> =>
    academy.client(null).request({
      method: 'POST',
      path: '/api/v1/verifications',
      payload,
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        authorization: `Bearer ${employer.key}`,
        ...headers,
      },
    });
  const ask = async (body: object): Promise<Told> =>
    JSON.parse((await send(JSON.stringify({ purpose: '校园招聘', ...body }))).text) as Told;
  const problem = (answer: Answer): Told => {
    expect(answer.headers['content-type']).toContain('application/problem+json');
    const told = JSON.parse(answer.text) as Told;
    expect(told).toMatchObject({
      status: answer.status,
      type: expect.stringMatching(/^http:\/\/academy\.example\/developers#[a-z-]+$/) as string,
      title: expect.any(String) as string,
      detail: expect.any(String) as string,
    });
    return told;
  };

  it('compares a name as a whole, and refuses one that is too long', async () => {
    const name = `王芳${'\u2057'.repeat(96)}张三`;
    const { results } = await ask({ items: [{ number: row.number, name }] });
    expect(results).toMatchObject([{ name, verdict: 'notFound', certificate: null }]);
    const items = [
      { number: row.number, name: `王芳${' '.repeat(98)}张三` },
      { number: `${row.number}${' '.repeat(90)}`, name: '王芳' },
    ];
    const refused = await send(JSON.stringify({ purpose: '校园招聘', items }));
    expect(refused.status).toBe(422);
    for (const pointer of ['/items/0/name', '/items/1/number']) expect(refused.text).toContain(pointer);
  });

  it('verifies one certificate, and the holder’s name in either script', async () => {
    for (const name of ['王芳', 'wang fang']) {
      const { results } = await ask({ number: row.number, name });
      expect(results).toEqual([
        expect.objectContaining({
          verdict: 'valid',
          checks: { number: 'ok', register: 'ok', notRevoked: 'ok', notReplaced: 'ok', notExpired: 'ok' },
          certificate: expect.objectContaining({
            number: row.number,
            url: `http://academy.example/c/${row.token}`,
          }) as object,
        }),
      ]);
    }
  });

  it('verifies many at once, each with the program’s own reference, and loses none for a bad one', async () => {
    const { results } = await ask({
      items: [
        { number: row.number, name: '王芳', reference: 'A1' },
        { number: 'nonsense', name: '王芳' },
        { number: row.number, name: '别人', reference: 'A3' },
      ],
    });
    expect(results.map(({ verdict, reference }) => [verdict, reference])).toEqual([
      ['valid', 'A1'],
      ['notFound', null],
      ['notFound', 'A3'],
    ]);
    expect(results[1]!.checks).toMatchObject({ number: 'failed', register: 'unknown' });
  });

  it('answers an unknown number and another’s number alike', async () => {
    const { row: other } = await one('李四', null);
    const shapes = [];
    for (const question of [
      { number: other.number, name: '王芳' },
      { number: row.number, name: '李四' },
    ]) {
      const { results } = await ask(question);
      shapes.push({ ...results[0]!, number: '', name: '' });
    }
    expect(shapes[0]).toEqual(shapes[1]);
    expect(shapes[0]).toMatchObject({ verdict: 'notFound', certificate: null });
  });

  it('gets no answer about a number after ten names were tried with it, even with the right name', async () => {
    const guesser = await anEmployer(academy);
    const { row: guessed } = await one('欧阳娜', null);
    // Other spellings of the same number have no tries of their own.
    const spellings = [
      guessed.number,
      guessed.number.toLowerCase().replaceAll('0', 'o'),
      guessed.number.replaceAll('-', ' '),
    ];
    let tries = 0;
    const guess = async (name: string) =>
      (
        JSON.parse(
          (
            await send(JSON.stringify({ purpose: '试', number: spellings[tries++ % spellings.length], name }), {
              authorization: `Bearer ${guesser.key}`,
            })
          ).text,
        ) as Told
      ).results[0]!.verdict;
    const names = Array.from({ length: 10 }, (_, at) => `欧阳${at}`);
    for (const name of names) expect(await guess(name)).toBe('notFound');
    expect(await guess('欧阳娜')).toBe('couldNotCheck');
    expect(await guess('欧阳甲')).toBe('couldNotCheck');
    expect((await ask({ number: guessed.number, name: '欧阳娜' })).results[0]!.verdict).toBe('valid');
  });

  it('sees a revocation at once', async () => {
    const { row: revoked } = await one('赵六', null);
    await revoke(revoked);
    const { results } = await ask({ number: revoked.number, name: '赵六' });
    expect(results[0]).toMatchObject({
      verdict: 'revoked',
      checks: { notRevoked: 'failed' },
      certificate: { reason: '考核成绩经复核无效' },
    });
  });

  it('gets a problem document that says what is wrong, for every kind of error', async () => {
    expect(problem(await send('{"purpose": "x", '))).toMatchObject({ status: 400 });
    expect(problem(await send('number=1', { 'content-type': 'text/csv' }))).toMatchObject({ status: 415 });
    expect(problem(await send('[]')).status).toBe(422);
    expect(problem(await send('{}')).errors.map(({ pointer }) => pointer)).toEqual(['/purpose', '/items']);
    expect(
      problem(await send('{"purpose":"x","items":[{"number":1,"name":"a"},7]}')).errors.map(({ pointer }) => pointer),
    ).toEqual(['/items/0/number', '/items/1']);
    const many = problem(
      await send(
        JSON.stringify({ purpose: 'x', items: Array.from({ length: 1001 }, () => ({ number: 'a', name: 'b' })) }),
      ),
    );
    expect(many).toMatchObject({ status: 422, type: 'http://academy.example/developers#too-many-items' });
    expect(problem(await academy.client(null).request({ method: 'GET', path: '/api/v1/nothing' }))).toMatchObject({
      status: 404,
    });
    expect(problem(await send('x'.repeat(5 * 1024 * 1024 + 1)))).toMatchObject({ status: 413 });
  });

  it('needs a key that works and opens this', async () => {
    const missing = await academy.client(null).request({
      method: 'POST',
      path: '/api/v1/verifications',
      headers: { 'content-type': 'application/json' },
      payload: '{}',
    });
    expect(problem(missing).status).toBe(401);
    expect(missing.headers['www-authenticate']).toContain('Bearer');
    expect(problem(await send('{}', { authorization: `Bearer ita_${'x'.repeat(27)}` })).status).toBe(401);
    const reader = await anEmployer(academy, ['verifications:read']);
    expect(problem(await send('{}', { authorization: `Bearer ${reader.key}` })).status).toBe(403);
    const cookies = await signedIn(academy, employer.contact);
    expect(
      (
        await cookies.request({
          method: 'POST',
          path: '/api/v1/verifications',
          headers: { 'content-type': 'application/json' },
          payload: '{}',
        })
      ).status,
    ).toBe(401);
  });

  it('waits when it asks too often, and other keys do not', async () => {
    const hasty = await anEmployer(academy);
    let answer = await send('{}', { authorization: `Bearer ${hasty.key}` });
    for (let n = 0; n < 300 && answer.status !== 429; n += 1)
      answer = await send('{}', { authorization: `Bearer ${hasty.key}` });
    expect(problem(answer)).toMatchObject({ status: 429, type: 'http://academy.example/developers#too-many-requests' });
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    expect((await send('{}')).status).toBe(422);
  });

  it('reads its own history page by page, and nobody else’s', async () => {
    const asker = await anEmployer(academy);
    await send(
      JSON.stringify({
        purpose: '入职背调',
        items: Array.from({ length: 201 }, () => ({ number: row.number, name: '王芳' })),
      }),
      { authorization: `Bearer ${asker.key}` },
    );
    const page = async (path: string) =>
      JSON.parse(
        (await academy.client(null).get(path, { authorization: `Bearer ${asker.key}`, accept: 'application/json' }))
          .text,
      ) as { items: { purpose: string; verdict: string }[]; next: string | null };
    const first = await page('/api/v1/verifications');
    expect(first.items).toHaveLength(200);
    expect(first.items[0]).toMatchObject({ purpose: '入职背调', verdict: 'valid', by: 'api' });
    const second = await page(`/api/v1/verifications?after=${first.next}`);
    expect(second).toMatchObject({ next: null });
    expect(second.items).toHaveLength(1);
    expect(
      problem(await academy.client(null).get('/api/v1/verifications?after=x', { authorization: `Bearer ${asker.key}` }))
        .status,
    ).toBe(422);
  });

  it('leaves its last use with the key, and its question with the certificate', async () => {
    await ask({ number: row.number, name: '王芳', purpose: '背景调查' });
    const reads = academy.app.get(ReadDatabase);
    const keys = await reads.query<{ lastUsedAt: number }>(
      sql`SELECT last_used_at AS "lastUsedAt" FROM employer_key WHERE employer_id = ${employer.id}`,
    );
    expect(keys.map(({ lastUsedAt }) => Number(lastUsedAt))).toEqual([academy.clock.now()]);
    const kept = await reads.query(
      sql`SELECT employer_id AS "employerId", purpose AS "purpose" FROM verification_record WHERE certificate_id = ${row.id} AND purpose = '背景调查'`,
    );
    expect(kept).toEqual([{ employerId: employer.id, purpose: '背景调查' }]);
  });
});
