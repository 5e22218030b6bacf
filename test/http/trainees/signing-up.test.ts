import sql from 'sql-template-tag';
import { RegisterTrainee } from '../../../src/trainees/index.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { done } from '../../builders/cohorts.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';

const PASSWORD = 'Baotu spring 2026';

describe('a visitor who signs up', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const emails = (email: string) =>
    academy.app.get(ReadDatabase).query<{ subject: string; body: string }>(sql`
    SELECT subject AS "subject", body AS "body" FROM outbox_message WHERE to_address = ${email} ORDER BY created_at, id`);
  const trainees = (email: string) =>
    academy.app.get(ReadDatabase).query<{
      id: string;
      name: string;
      accountId: string | null;
      phone: string | null;
      consentAt: number | null;
    }>(sql`
    SELECT id AS "id", name AS "name", account_id AS "accountId", phone AS "phone", consent_at AS "consentAt" FROM trainee WHERE email = ${email}`);
  const fields = (email: string, change: Record<string, string> = {}) => ({
    name: '刘 洋',
    email,
    password: PASSWORD,
    consent: '1',
    next: '/courses',
    ...change,
  });
  const linkIn = (body: string) => /\/email-verification\/[^\s]+/.exec(body)![0];

  const signUp = async (email: string, change: Record<string, string> = {}): Promise<WebClient> => {
    const browser = academy.client();
    expect((await browser.post('/sign-up', fields(email, change), '/sign-up?next=/courses')).status).toBe(200);
    return browser;
  };
  const newestLink = async (email: string) => linkIn((await emails(email)).at(-1)!.body);
  const verify = (browser: WebClient, link: string, password = PASSWORD) => {
    const [path, query] = link.split('?');
    const next = new URLSearchParams(query).get('next') ?? '';
    return browser.post(path!, { password, next }, link);
  };
  const isIn = async (browser: WebClient) => (await browser.get('/my/account')).status === 200;
  const signIn = (browser: WebClient, email: string, password = PASSWORD) =>
    browser.post('/sign-in', { email, password, next: '/courses' }, '/sign-in?next=/courses');

  test('is signed in by the mailed link and the password together, and goes on where he was going', async () => {
    const email = 'liu.yang@example.com';
    const browser = await signUp(email);
    expect([browser.cookie('session'), await isIn(browser)]).toEqual([undefined, false]);
    const link = await newestLink(email);
    expect(link).toContain('next=%2Fcourses');
    expect(wordsOf((await browser.get(link)).text)).toContain(email);
    const answer = await verify(browser, link);
    expect([answer.status, answer.location]).toEqual([303, '/courses']);
    expect((await browser.get('/my/profile')).text).toContain('value="刘洋"');
    expect(await trainees(email)).toMatchObject([{ name: '刘洋', consentAt: academy.clock.now() }]);
    const again = academy.client();
    expect([(await verify(again, link)).status, await isIn(again)]).toEqual([422, false]);
    expect(wordsOf((await again.get(link)).text)).toContain('已用过或已过期');
  });

  test('opening the link proves nothing, nor does it with another password', async () => {
    const email = 'opened@example.com';
    await signUp(email);
    const link = await newestLink(email);
    const browser = academy.client();
    await browser.get(link);
    const wrong = await verify(browser, link, 'not the one chosen');
    expect(wrong.status).toBe(422);
    expect(wrong.text).toMatch(/id="field-password-error"/);
    expect(wrong.text).not.toContain('not the one chosen');
    expect([await isIn(browser), (await signIn(browser, email)).status]).toEqual([false, 422]);
  });

  test('passwords cannot be guessed under the link', async () => {
    const email = 'guessed@example.com';
    await signUp(email);
    const [link, browser] = [await newestLink(email), academy.client()];
    for (let tries = 0; tries < 8; tries += 1)
      expect((await verify(browser, link, 'not the one chosen')).status).toBe(422);
    expect((await verify(browser, link)).status).toBe(429);
    academy.clock.moveTo(academy.clock.now() + 15 * 60_000);
    expect((await verify(browser, link)).status).toBe(303);
  });

  test('before that, only the right password is told to verify first, and gets the link again', async () => {
    const email = 'waiting@example.com';
    await signUp(email);
    const browser = academy.client();
    const wrong = await signIn(browser, email, 'not the one chosen');
    expect(wordsOf(wrong.text)).toContain('邮箱或密码不对');
    expect(wrong.text).not.toContain('action="/email-verification"');
    const right = await signIn(browser, email);
    expect([right.status, await isIn(browser)]).toEqual([422, false]);
    expect(wordsOf(right.text)).toContain('先验证邮箱才能登录');
    expect(right.text).toContain('action="/email-verification"');
    academy.clock.moveTo(academy.clock.now() + 1000);
    const sent = await browser.post('/email-verification', { email, next: '/courses' }, '/sign-in');
    expect(sent.location).toBe('/sign-in?next=%2Fcourses');
    expect(await emails(email)).toHaveLength(2);
    expect((await verify(browser, await newestLink(email))).location).toBe('/courses');
  });

  test('the link is sent again a few times an hour, and to nobody who does not wait for it', async () => {
    const email = 'again@example.com';
    await signUp(email);
    const browser = academy.client();
    const again = async (to: string) => (await browser.post('/email-verification', { email: to }, '/sign-in')).status;
    const answers = [];
    for (let tries = 0; tries < 6; tries += 1) answers.push(await again(email));
    expect(answers).toEqual([303, 303, 303, 303, 303, 429]);
    expect([await again('nobody.here@example.com'), await emails('nobody.here@example.com')]).toEqual([303, []]);
    const { email: owner } = await person(academy, 'coordinator');
    expect([await again(owner), await emails(owner)]).toEqual([303, []]);
  });

  test('a session of before, of an account that is not verified, is none', async () => {
    const email = 'session.of.before@example.com';
    await signUp(email);
    const [account] = await academy.app
      .get(ReadDatabase)
      .query<{ id: string }>(sql`SELECT id AS "id" FROM account WHERE email = ${email}`);
    const browser = await signedIn(academy, { id: account!.id, name: '刘洋', email, roles: ['trainee'] });
    expect(await isIn(browser)).toBe(false);
    await verify(academy.client(), await newestLink(email));
    expect(await isIn(browser)).toBe(false);
  });

  test('is refused without consent, with a short password or an invalid name', async () => {
    const browser = academy.client('en');
    for (const [change, said] of [
      [{ consent: '' }, 'needs your consent'],
      [{ password: 'short' }, 'at least 10'],
      [{ name: '😀' }, 'A name can contain only letters'],
    ] as const) {
      const answer = await browser.post('/sign-up', fields('nobody@example.com', change), '/sign-up');
      expect(answer.status).toBe(422);
      expect(wordsOf(answer.text)).toContain(said);
      expect(answer.text).not.toContain(PASSWORD);
    }
    expect(await trainees('nobody@example.com')).toEqual([]);
  });

  test('learns nothing if the email has an account, whose owner gets an email', async () => {
    const email = 'twice@example.com';
    await verify(await signUp(email), await newestLink(email));
    academy.clock.moveTo(academy.clock.now() + 1000);
    const [visitor, stranger] = [academy.client(), academy.client()];
    const known = await visitor.post('/sign-up', fields('Twice@Example.com', { name: '冒名' }), '/sign-up');
    const free = await stranger.post('/sign-up', fields('once@example.com'), '/sign-up');
    const withoutNames = (text: string) => wordsOf(text).replaceAll(/(?:twice|once)@example\.com/gi, '…');
    expect([known.status, known.location, withoutNames(known.text)]).toEqual([
      free.status,
      free.location,
      withoutNames(free.text),
    ]);
    expect(wordsOf(known.text)).toContain('请查收邮件');
    expect([visitor.cookie('session'), stranger.cookie('session')]).toEqual([undefined, undefined]);
    const [, letter] = await emails(email);
    expect(letter).toMatchObject({ subject: '你已经有账户' });
    expect(letter!.body).toMatch(/\/sign-in\n[^]*\/password-reset\n/);
    expect(await trainees(email)).toHaveLength(1);
  });

  test('signing up again before the email is verified sends the link again and changes nothing', async () => {
    const email = 'squatted@example.com';
    await signUp(email);
    academy.clock.moveTo(academy.clock.now() + 1000);
    await signUp(email, { password: 'another spring 2026' });
    const link = await newestLink(email);
    expect((await verify(academy.client(), link, 'another spring 2026')).status).toBe(422);
    expect((await verify(academy.client(), link)).status).toBe(303);
  });

  test('never continues to another site', async () => {
    const browser = await signUp('far@example.com', { next: '//evil.example/x' });
    const [link] = (await newestLink('far@example.com')).split('?');
    const answer = await browser.post(link!, { password: PASSWORD, next: '//evil.example/x' }, link);
    expect(answer.location).toBe('/');
  });

  const entered = async (name: string, email: string) =>
    done(
      await academy.app.get(RegisterTrainee).execute(await person(academy, 'coordinator'), {
        name,
        latinName: null,
        email,
        phone: '13800138000',
        workplace: null,
        education: null,
        bornOn: null,
        note: null,
        consent: false,
      }),
    ).id;
  const verified = async (name: string, email: string): Promise<void> => {
    await verify(await signUp(email, { name }), await newestLink(email));
  };

  test('gets the record entered by the academy once the email is verified', async () => {
    const id = await entered('马晓', 'ma@example.com');
    await verified('马晓', 'ma@example.com');
    expect(await trainees('ma@example.com')).toMatchObject([
      { id, phone: '13800138000', accountId: expect.any(String) as string, consentAt: academy.clock.now() },
    ]);
  });

  test('somebody else who signs up with the name and address of a record never gets in', async () => {
    const email = 'wang.guorui@example.com';
    const id = await entered('王国睿', email);
    const stranger = await signUp(email, { name: '王国睿', password: 'chosen by a stranger' });
    const [owner, link] = [academy.client(), await newestLink(email)];
    expect((await verify(owner, link)).status).toBe(422);
    await owner.post('/password-reset', { email }, link);
    const [reset] = /\/password-reset\/\S+/.exec((await emails(email)).at(-1)!.body)!;
    expect((await owner.post(reset, { password: PASSWORD }, reset)).location).toBe('/sign-in');
    expect((await trainees(email)).find((one) => one.id === id)).toMatchObject({
      accountId: expect.any(String) as string,
    });
    expect((await verify(stranger, link, 'chosen by a stranger')).status).toBe(422);
    expect((await signIn(stranger, email, 'chosen by a stranger')).status).toBe(422);
    expect([await isIn(stranger), (await signIn(owner, email)).status, await isIn(owner)]).toEqual([false, 303, true]);
  });

  test('does not get the record of somebody else with the same email', async () => {
    const child = await entered('孙小宝', 'sun@example.com');
    await verified('孙大宝', 'sun@example.com');
    expect((await trainees('sun@example.com')).find(({ id }) => id === child)).toMatchObject({ accountId: null });
  });
});
