/** @database SQLite: requests that reach no query. */
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const NOBODY = '01890000-0000-7000-8000-000000000000';
const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe('invalid requests', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('get 413 with a page for a body of 20 MB, and the next request is served', async () => {
    const client = academy.client();
    const answer = await client.request({
      method: 'POST',
      path: '/sign-in',
      headers: FORM,
      payload: `email=${'a'.repeat(20 * 1024 * 1024)}`,
    });
    expect(answer.status).toBe(413);
    expect(wordsOf(answer.text)).toContain('提交的内容太大');
    expect((await client.get('/sign-in')).status).toBe(200);
  });

  it('are refused for an upload of 20 MB', async () => {
    const answer = await academy
      .client()
      .upload(
        '/verify/file',
        { email: 'a@b.example' },
        { field: 'file', name: 'big.bin', type: 'application/octet-stream', bytes: Buffer.alloc(20 * 1024 * 1024) },
      );
    expect(answer.status).toBe(413);
  });

  it.each([['{"email": '], ['{"email": "a", "email"}'], ['not json at all']])(
    'get 400 for malformed JSON %s',
    async (payload) => {
      const answer = await academy
        .client()
        .request({ method: 'POST', path: '/sign-in', headers: { 'content-type': 'application/json' }, payload });
      expect(answer.status).toBe(400);
      expect(wordsOf(answer.text)).toContain('无法处理这个请求');
    },
  );

  it('are refused for half a character, which every database stores as something else', async () => {
    const answer = await academy.client().request({
      method: 'POST',
      path: '/sign-in',
      headers: { 'content-type': 'application/json' },
      payload: '{"email":"a\\ud800"}',
    });
    expect(answer.status).toBe(400);
  });

  it.each([
    ['/courses?q=%00'],
    ['/courses?q=a%00b'],
    ['/courses/%00'],
    ['/c/a%00'],
    ['/verify?number=%00'],
    ['/sign-in?next=/%00'],
    ['/s/%00'],
  ])('are refused for NUL in %s, which no database stores as text', async (path) => {
    expect((await academy.client().get(path)).status).toBe(400);
  });

  it('are refused for NUL in a field name as well', async () => {
    const client = academy.client();
    expect((await client.post('/verify', { number: 'a', name: '某', 'a\u0000b': 'c' }, '/verify')).status).toBe(400);
  });

  it('are refused for NUL in a form, a form with files and JSON', async () => {
    const client = academy.client();
    expect((await client.post('/verify', { number: 'a\u0000b', name: '某' }, '/verify')).status).toBe(400);
    expect(
      (
        await client.upload(
          '/verify/file',
          { a: '\u0000' },
          { field: 'file', name: 'f', type: 'text/plain', bytes: Buffer.from('x') },
        )
      ).status,
    ).toBe(400);
    const deep = `${'['.repeat(3000)}${']'.repeat(3000)}`;
    for (const payload of ['{"purpose":"\\u0000","items":[]}', deep]) {
      expect(
        (
          await client.request({
            method: 'POST',
            path: '/verify',
            headers: { 'content-type': 'application/json' },
            payload,
          })
        ).status,
      ).toBe(400);
    }
  });

  it('get 415 for an unknown type of body', async () => {
    const answer = await academy.client().request({
      method: 'POST',
      path: '/sign-in',
      headers: { 'content-type': 'application/x-protobuf' },
      payload: 'x',
    });
    expect(answer.status).toBe(415);
  });

  it.each([
    '/nowhere',
    '/courses/NO-SUCH-COURSE',
    '/cohorts/NO-SUCH-COHORT',
    '/c/nosuchtokennosuchtoken',
    '/c/nosuchtokennosuchtoken.pdf',
    '/language/fr',
    '/%00',
    '/courses/%E4%B8',
    '/assets/app.000000000000.css',
  ])('get a 404 or 400 page for %s, never 500', async (path) => {
    const answer = await academy.client().get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.text).not.toMatch(/node_modules|\bat \w+ \(/);
  });

  it.each([
    '/office/courses/NO-SUCH',
    '/office/cohorts/NO-SUCH',
    '/office/cohorts/NO-SUCH/roster',
    `/office/trainees/${NOBODY}`,
    '/office/trainees/not-an-id',
    `/office/employers/${NOBODY}`,
    `/sessions/${NOBODY}/register`,
    '/sessions/not-an-id/register',
    `/office/accounts/${NOBODY}`,
    '/office/accounts/%27%3B--',
  ])('get 404 for the administrator at %s', async (path) => {
    const client = await signedIn(academy, 'administrator');
    expect((await client.get(path)).status).toBe(404);
  });

  it('get a problem document as a program', async () => {
    const answer = await academy
      .client()
      .request({ method: 'GET', path: '/nowhere', headers: { accept: 'application/json' } });
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({
      status: 404,
      instance: expect.stringMatching(/^[0-9a-f]{12}$/) as string,
    });
  });

  it('get the same in English and in Chinese', async () => {
    expect(wordsOf((await academy.client('en').get('/nowhere')).text)).toContain('Page not found');
  });
});

describe('cross-site forms', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it.each([
    ['none', {}],
    ['a wrong one', { _csrf: 'abc-def' }],
  ])('are refused with %s as token, with an offer to open the form again', async (_, fields) => {
    const client = academy.client();
    const answer = await client.request({
      method: 'POST',
      path: '/sign-in',
      headers: FORM,
      payload: new URLSearchParams({ email: 'a@b.example', password: 'x', ...fields }).toString(),
    });
    expect(answer.status).toBe(403);
    expect(wordsOf(answer.text)).toContain('这个表单已经过期');
  });

  it('are refused if the browser reports another site as their origin', async () => {
    const client = academy.client();
    const { text } = await client.get('/sign-in');
    const token = /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
    const answer = await client.request({
      method: 'POST',
      path: '/sign-in',
      headers: { ...FORM, 'sec-fetch-site': 'cross-site' },
      payload: new URLSearchParams({ _csrf: token, email: 'a@b.example', password: 'x' }).toString(),
    });
    expect(answer.status).toBe(403);
  });

  it('are refused with another visitor’s token', async () => {
    const [mine, theirs] = [academy.client(), academy.client()];
    const token = /name="_csrf" value="([^"]+)"/.exec((await theirs.get('/sign-in')).text)?.[1] ?? '';
    await mine.get('/sign-in');
    expect((await mine.post('/sign-in', { _csrf: token, email: 'a@b.example', password: 'x' })).status).toBe(403);
  });

  it('never change the signed-in person’s data', async () => {
    const client = await signedIn(academy, 'administrator');
    const answer = await client.request({ method: 'POST', path: '/sign-out', headers: FORM, payload: '' });
    expect(answer.status).toBe(403);
    expect((await client.get('/my/account')).status).toBe(200);
  });
});
