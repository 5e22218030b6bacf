/** @database SQLite: hundreds of password hashes; the counts themselves run on both in `test/concurrency/platform`. */
import sql from 'sql-template-tag';
import { hashPassword } from '../../../src/accounts/actions/passwords.js';
import { RequestPasswordReset } from '../../../src/accounts/actions/request-password-reset.js';
import { replacePassword } from '../../../src/accounts/data/replace-password.js';
import { SignIn } from '../../../src/accounts/index.js';
import { fingerprint, isRefused, ReadDatabase } from '../../../src/platform/index.js';
import { SignUp } from '../../../src/trainees/actions/sign-up.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';
import type { WebClient } from '../../support/web-client.js';

const { email, password } = FOUNDER;
const A_CLASSROOM = '198.51.100.7';
let networks = 0;
const anotherNetwork = () => `203.0.${Math.floor((networks += 1) / 250)}.${networks % 250}`;

describe('tries to sign in', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(academy.clock.now() + 24 * 3600_000));
  afterAll(() => academy.close());

  const post = (browser: WebClient, given: string) =>
    browser.post('/sign-in', { email, password: given }, '/sign-in').then(({ status }) => status);
  const tried = async (given: string, ip: string): Promise<'in' | string> => {
    const outcome = await academy.app
      .get(SignIn)
      .execute({ email, password: given, ip, browser: 'a test', knownBrowser: null });
    return isRefused(outcome) ? outcome.reasons[0]!.code : 'in';
  };
  const signOut = (browser: WebClient) => browser.post('/sign-out', {}, '/my/account');
  const guessEverywhere = async () => {
    for (let tries = 0; tries < 100; tries += 1) await tried('a wild guess', anotherNetwork());
  };

  it('by strangers keep nobody out of a browser that they have used before', async () => {
    const [own, stranger] = [academy.client(), academy.client()];
    expect(await post(own, password)).toBe(303);
    await signOut(own);
    for (let tries = 0; tries < 8; tries += 1) expect(await post(stranger, 'a wild guess')).toBe(422);
    expect(await post(stranger, password)).toBe(429);
    await guessEverywhere();
    expect(await post(own, password)).toBe(303);
  });

  it('from a known browser are limited as well, with the cookie of one account or another', async () => {
    const own = academy.client();
    await post(own, password);
    await signOut(own);
    for (let tries = 0; tries < 8; tries += 1) expect(await post(own, 'a wild guess')).toBe(422);
    expect(await post(own, password)).toBe(429);
  });

  it('from browsers that were known before the password was changed are those of strangers', async () => {
    const account = await person(academy, 'trainee');
    const change = async (to: string) => {
      const passwordHash = await hashPassword(to);
      await academy.write(async (tx) => {
        tx.withoutAudit('a test');
        await replacePassword(tx, account.id, { passwordHash });
      });
    };
    await change('a spring in Jinan');
    const signIn = (browser: WebClient, given: string) =>
      browser.post('/sign-in', { email: account.email, password: given }, '/sign-in');
    const collected = academy.client();
    await signIn(collected, 'a spring in Jinan');
    await signOut(collected);
    await change('the lake of Daming');
    const stranger = academy.client();
    for (let tries = 0; tries < 8; tries += 1) await signIn(stranger, 'a wild guess');
    expect((await signIn(collected, 'the lake of Daming')).status).toBe(429);
  });

  it('are not exempt for a cookie that was made up or altered', async () => {
    const own = academy.client();
    await post(own, password);
    const cookie = own.cookie('known-browser')!;
    const stranger = academy.client();
    for (let tries = 0; tries < 8; tries += 1) await post(stranger, 'a wild guess');
    for (const forged of [cookie.replace(/.$/, 'A').replace('known', 'knowm'), 'known-browser', 'x'.repeat(3000)]) {
      stranger.setCookie('known-browser', forged);
      expect(await post(stranger, password)).toBe(429);
    }
  });

  it('from one network do not count elsewhere', async () => {
    for (let tries = 0; tries < 8; tries += 1) await tried('a wild guess', A_CLASSROOM);
    expect(await tried(password, A_CLASSROOM)).toBe('tooManySignIns');
    expect(await tried(password, anotherNetwork())).toBe('in');
  });

  it('from many networks end for strangers; whoever has the mailbox gets in by a new password', async () => {
    await guessEverywhere();
    expect(await tried(password, anotherNetwork())).toBe('tooManySignIns');
    const browser = academy.client();
    expect(await post(browser, password)).toBe(429);
    await browser.post('/password-reset', { email }, '/password-reset');
    const [{ body }] = (await academy.app.get(ReadDatabase).query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE body LIKE '%/password-reset/%' ORDER BY id DESC LIMIT 1`)) as [
      { body: string },
    ];
    const [link] = /\/password-reset\/\S+/.exec(body)!;
    expect((await browser.post(link, { password }, link)).status).toBe(303);
    expect(await post(browser, password)).toBe(303);
  });

  it('that succeed do not count: a classroom behind one address signs in, each after a slip', async () => {
    for (let person = 0; person < 200; person += 1) expect(await tried(password, A_CLASSROOM)).toBe('in');
    const slips = Array.from({ length: 40 }, (_, at) => `person${at}@mail.example`);
    for (const one of slips)
      await academy.app
        .get(SignIn)
        .execute({ email: one, password: 'a slip', ip: A_CLASSROOM, browser: 'a test', knownBrowser: null });
    expect(await tried(password, A_CLASSROOM)).toBe('in');
  });

  it('count against no account once their network is refused', async () => {
    for (let tries = 0; tries < 150; tries += 1)
      await academy.app.get(SignIn).execute({
        email: `nobody${tries}@mail.example`,
        password: 'a wild guess',
        ip: A_CLASSROOM,
        browser: 'a test',
        knownBrowser: null,
      });
    expect(await tried('a wild guess', A_CLASSROOM)).toBe('tooManySignIns');
    const key = fingerprint(`sign-in-strangers:${email}`);
    expect(
      await academy.app
        .get(ReadDatabase)
        .count(sql`SELECT COUNT(*) FROM throttle WHERE key = ${key} AND started_at = ${academy.clock.now()}`),
    ).toBe(0);
  });

  it('and requests for a new password from one network use up none of another', async () => {
    const ask = (ip: string) => academy.app.get(RequestPasswordReset).execute(email, ip);
    for (let times = 0; times < 5; times += 1) expect(await ask(A_CLASSROOM)).toBe(0);
    expect(await ask(A_CLASSROOM)).toBeGreaterThan(0);
    expect(await ask(anotherNetwork())).toBe(0);
  });

  it('are joined by forty sign-ups from one classroom', async () => {
    for (let person = 0; person < 40; person += 1) {
      const signedUp = await academy.app.get(SignUp).execute({
        name: '学员',
        latinName: null,
        email: `learner${person}@mail.example`,
        password: 'a spring in Jinan',
        language: 'zh-CN',
        ip: A_CLASSROOM,
        next: null,
      });
      expect(signedUp).toMatchObject({ known: false });
    }
  });
});
