import sql from 'sql-template-tag';
import { hashPassword } from '../../../src/accounts/actions/passwords.js';
import { ReinstateAccount } from '../../../src/accounts/actions/reinstate-account.js';
import { SuspendAccount } from '../../../src/accounts/actions/suspend-account.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';
import type { WebClient } from '../../support/web-client.js';

describe('passwords', () => {
  let academy: TestAcademy;
  let password: string = FOUNDER.password;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const { email } = FOUNDER;
  const reads = () => academy.app.get(ReadDatabase);
  const signIn = async (given: string): Promise<WebClient> => {
    const browser = academy.client();
    await browser.post('/sign-in', { email, password: given }, '/sign-in');
    return browser;
  };
  const isIn = async (browser: WebClient) => (await browser.get('/my/account')).status === 200;
  const linksMailed = async (): Promise<string[]> => {
    const emails = await reads().query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE body LIKE '%/password-reset/%' ORDER BY id`);
    return emails.map(({ body }) => /\/password-reset\/\S+/.exec(body)![0]);
  };

  test('a new password requires the current one, and signs out all other browsers', async () => {
    const [here, there] = [await signIn(password), await signIn(password)];
    const wrong = await here.post(
      '/my/account/password',
      { old: 'not the old one', fresh: 'a spring in Jinan' },
      '/my/account',
    );
    expect(wrong.status).toBe(422);
    expect(await isIn(there)).toBe(true);
    const answer = await here.post(
      '/my/account/password',
      { old: password, fresh: 'a spring in Jinan' },
      '/my/account',
    );
    expect([answer.status, answer.location]).toEqual([303, '/my/account']);
    expect([await isIn(here), await isIn(there), await isIn(await signIn(password))]).toEqual([true, false, false]);
    password = 'a spring in Jinan';
    expect(await isIn(await signIn(password))).toBe(true);
  });

  test('the old password cannot be guessed: after some wrong ones even the right one has to wait', async () => {
    const browser = await signIn(password);
    const change = (old: string) => browser.post('/my/account/password', { old, fresh: password }, '/my/account');
    for (let tries = 0; tries < 8; tries += 1) expect((await change('not the old one')).status).toBe(422);
    expect([(await change('not the old one')).status, (await change(password)).status]).toEqual([429, 429]);
    academy.clock.moveTo(academy.clock.now() + 15 * 60_000);
    expect((await change(password)).status).toBe(303);
  });

  test('is changed five times an hour at most: each change ends the links that were mailed', async () => {
    academy.clock.moveTo(academy.clock.now() + 24 * 3600_000);
    const browser = await signIn(password);
    const change = (old: string, fresh: string) =>
      browser.post('/my/account/password', { old, fresh }, '/my/account').then(({ status }) => status);
    for (let times = 0; times < 5; times += 1) expect(await change(password, password)).toBe(303);
    expect(await change(password, password)).toBe(429);
    academy.clock.moveTo(academy.clock.now() + 3600_000);
    expect(await change(password, password)).toBe(303);
  });

  it('are not hashed for a made-up link', async () => {
    const browser = academy.client();
    const post = () =>
      browser.post(`/password-reset/${'A'.repeat(43)}`, { password: 'a spring in Jinan' }, '/password-reset');
    const processorTime = async (work: () => Promise<unknown>): Promise<number> => {
      const before = process.cpuUsage();
      for (let times = 0; times < 10; times += 1) await work();
      const { user, system } = process.cpuUsage(before);
      return user + system;
    };
    expect((await post()).status).toBe(422);
    const [posts, hashes] = [await processorTime(post), await processorTime(() => hashPassword('a spring in Jinan'))];
    expect(posts).toBeLessThan(hashes);
  });

  test('an emailed link sets a new password once, and signs out all browsers', async () => {
    const before = await signIn(password);
    const earlier = (await linksMailed()).length;
    await academy.client().post('/password-reset', { email }, '/password-reset');
    await academy.client().post('/password-reset', { email: 'nobody@example.com' }, '/password-reset');
    const [link, ...others] = (await linksMailed()).slice(earlier) as [string, ...string[]];
    expect(others).toEqual([]);
    const answer = await academy.client().post(link, { password: 'the lake of Daming' }, link);
    expect([answer.status, answer.location]).toEqual([303, '/sign-in']);
    expect(await isIn(before)).toBe(false);
    expect((await academy.client().post(link, { password: 'the hill of Qianfo' }, link)).status).toBe(422);
    password = 'the lake of Daming';
    expect(await isIn(await signIn(password))).toBe(true);
  });

  test('mailed links end with a new password and with a suspension', async () => {
    const linkFor = async (address: string): Promise<string> => {
      await academy.client().post('/password-reset', { email: address }, '/password-reset');
      return (await linksMailed()).at(-1)!;
    };
    const opens = async (link: string) =>
      (await academy.client().post(link, { password: 'the hill of Qianfo' }, link)).status !== 422;
    const mailed = await linkFor(email);
    const browser = await signIn(password);
    const change = { old: password, fresh: 'the moat of Jinan' };
    expect((await browser.post('/my/account/password', change, '/my/account')).status).toBe(303);
    password = change.fresh;
    expect(await opens(mailed)).toBe(false);

    const other = await person(academy, 'trainee');
    const lasting = await linkFor(other.email);
    const administrator = await person(academy, 'administrator');
    await academy.app.get(SuspendAccount).execute(administrator, other.id);
    await academy.app.get(ReinstateAccount).execute(administrator, other.id);
    expect(await opens(lasting)).toBe(false);
  });
});
