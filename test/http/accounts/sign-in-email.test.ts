import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { THEIR_PASSWORD, withPassword } from '../../support/passwords.js';
import { type Person, person, signedIn, someone } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';

const password = THEIR_PASSWORD;
const HOUR = 3600_000;
let people = 0;

interface Letter {
  readonly to: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

describe('the sign-in email', () => {
  let academy: TestAcademy;
  let owner: Person;
  let browser: WebClient;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(async () => {
    academy.clock.moveTo(academy.clock.now() + 24 * HOUR);
    people += 1;
    const email = `owner${people}@before.example`;
    owner = await withPassword(academy, await someone(academy, { name: '陈晨', email, roles: ['trainee'] }));
    browser = await signedIn(academy, owner);
    before = (await letters()).length;
  });
  afterAll(() => academy.close());

  let before = 0;
  const reads = () => academy.app.get(ReadDatabase);
  const letters = () =>
    reads().query<Letter>(sql`
      SELECT to_address AS "to", to_name AS "name", subject AS "subject", body AS "body"
      FROM outbox_message ORDER BY created_at, id`);
  const newLetters = async () => (await letters()).slice(before);
  const fresh = () => `owner${people}@after.example`;
  const ask = (email: string, given = password, by = browser) =>
    by.post('/my/account/email', { email, password: given }, '/my/account/email');
  const linkTo = async (email: string): Promise<string> => {
    const mailed = (await letters()).filter(({ to, body }) => to === email && body.includes('/email-change/'));
    return /\/email-change\/\S+/.exec(mailed.at(-1)?.body ?? '')?.[0] ?? '';
  };
  const emailOf = async ({ id }: Person) =>
    (await reads().query<{ email: string }>(sql`SELECT email AS "email" FROM account WHERE id = ${id}`))[0]!.email;
  const acts = async ({ id }: Person) =>
    (
      await reads().query<{ act: string }>(
        sql`SELECT act AS "act" FROM audit_entry WHERE subject_id = ${id} ORDER BY at, id`,
      )
    ).map(({ act }) => act);
  const signIn = (email: string, given = password) =>
    academy.client().post('/sign-in', { email, password: given }, '/sign-in');

  it('changes once the link in the new mailbox is opened and confirmed, and no sooner', async () => {
    const answer = await ask(`  ${fresh().toUpperCase()} `);
    expect([answer.status, answer.location]).toEqual([303, '/my/account']);
    const account = wordsOf((await browser.get('/my/account')).text);
    expect(account).toContain(`如果 ${fresh()} 可以使用`);
    expect(account).toContain(`${fresh()} 尚未确认`);
    expect((await signIn(owner.email)).status).toBe(303);
    const link = await linkTo(fresh());
    for (const scanner of [academy.client(null), browser])
      for (let times = 0; times < 2; times += 1) expect((await scanner.get(link)).status).toBe(200);
    expect(await emailOf(owner)).toBe(owner.email);
    const done = await browser.post(link, {}, link);
    expect([done.status, done.location]).toEqual([303, '/my/account']);
    const after = wordsOf((await browser.get('/my/account')).text);
    expect(after).toContain(`登录邮箱已改为 ${fresh()}`);
    expect(after).not.toContain('尚未确认');
    expect((await signIn(owner.email)).status).toBe(422);
    expect((await signIn(fresh())).status).toBe(303);
    expect((await acts(owner)).filter((act) => act.startsWith('account.emailC'))).toEqual([
      'account.emailChangeRequested',
      'account.emailChanged',
    ]);
  });

  it('is written to about each step: who asked to the old address, a link without a name to the new one', async () => {
    await ask(fresh());
    const [one, two] = (await newLetters()).sort((a, b) => a.to.localeCompare(b.to));
    expect([one!.to, one!.name, one!.subject]).toEqual([fresh(), '', '请确认新的登录邮箱']);
    for (const secret of ['陈晨', owner.email]) expect(one!.body).not.toContain(secret);
    expect([two!.to, two!.subject]).toEqual([owner.email, '有人申请更换登录邮箱']);
    expect(two!.body).toContain('o…@a….example');
    expect(two!.body).toContain('http://academy.example/password-reset');
    for (const secret of [fresh(), '/email-change/']) expect(two!.body).not.toContain(secret);
    const link = await linkTo(fresh());
    await browser.post(link, {}, link);
    const last = (await newLetters()).at(-1)!;
    expect([last.to, last.subject]).toEqual([owner.email, '登录邮箱已更换']);
    expect(last.body).toContain('o…@a….example');
    expect(last.body).toContain('联系学院');
    expect(last.body).not.toContain(fresh());
  });

  it('answers the same for an address that belongs to another account, whose owner gets no link', async () => {
    const other = await person(academy, 'coordinator');
    const shown = async (email: string) => {
      const { status, location } = await ask(email);
      const words = wordsOf((await browser.get('/my/account')).text).replaceAll(email, 'ADDRESS');
      return { status, location, words };
    };
    const free = await shown(fresh());
    const earlier = await linkTo(fresh());
    const start = (await letters()).length;
    expect(await shown(other.email)).toEqual(free);
    const sent = (await letters()).slice(start);
    expect(sent.map(({ to }) => to).sort()).toEqual([other.email, owner.email].sort());
    const theirs = sent.find(({ to }) => to === other.email)!;
    expect(theirs.subject).toBe('你已经有账户');
    expect(theirs.body).not.toMatch(/\/(email-change|email-verification)\/|陈晨|password-reset\/\S/);
    const asked = sent.find(({ to }) => to === owner.email)!;
    expect(asked.subject).toBe('有人申请更换登录邮箱');
    // Nor does it show whether the link of an earlier request goes on working.
    expect((await browser.post(earlier, {}, '/my/account')).status).toBe(422);
    expect(await emailOf(other)).toBe(other.email);
  });

  it('asks for the password where its owner is not signed in, and signs nobody in', async () => {
    await ask(fresh());
    const link = await linkTo(fresh());
    for (const stranger of [academy.client(), await signedIn(academy, 'coordinator')]) {
      const page = await stranger.get(link);
      expect(page.text).toContain('name="password"');
      for (const secret of ['陈晨', owner.email]) expect(page.text).not.toContain(secret);
      for (const given of ['', 'not the password']) {
        const refused = await stranger.post(link, { password: given }, link);
        expect(refused.status).toBe(422);
        expect(refused.text).toMatch(/id="field-password-error"/);
        expect(refused.text).not.toContain('not the password');
      }
    }
    expect(await emailOf(owner)).toBe(owner.email);
    const telephone = academy.client();
    const done = await telephone.post(link, { password }, link);
    expect([done.status, done.location]).toEqual([303, '/sign-in']);
    expect(telephone.cookie('session')).toBeUndefined();
    expect(wordsOf((await telephone.get('/sign-in')).text)).toContain(`登录邮箱已改为 ${fresh()}`);
    expect(await emailOf(owner)).toBe(fresh());
    expect((await browser.get('/my/account')).location).toContain('/sign-in');
  });

  it('is tried with eight wrong passwords at most, together with a change of the password and at the link', async () => {
    for (let tries = 0; tries < 4; tries += 1) {
      const refused = await ask(fresh(), 'a wild guess');
      expect(refused.status).toBe(422);
      expect(refused.text).toMatch(/id="field-password-error"/);
      expect(refused.text).toContain(`value="${fresh()}"`);
      expect(refused.text).not.toContain('a wild guess');
      const old = { old: 'a wild guess', fresh: 'the lake of Daming' };
      expect((await browser.post('/my/account/password', old, '/my/account')).status).toBe(422);
    }
    expect((await ask(fresh())).status).toBe(429);
    expect(await newLetters()).toEqual([]);
    academy.clock.moveTo(academy.clock.now() + HOUR);
    await ask(fresh());
    const [link, stranger] = [await linkTo(fresh()), academy.client()];
    for (let tries = 0; tries < 8; tries += 1) await stranger.post(link, { password: 'a wild guess' }, link);
    expect((await stranger.post(link, { password }, link)).status).toBe(429);
    expect(await emailOf(owner)).toBe(owner.email);
  });

  it('is asked for five times an hour at most', async () => {
    for (let times = 0; times < 5; times += 1) expect((await ask(`m${times}${fresh()}`)).status).toBe(303);
    const refused = await ask(fresh());
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('申请次数过多');
  });

  it.each(['', 'nobody', 'a@b', 'a b@mail.example', 'a\u200Bb@mail.example', 'a\u202Eb@mail.example'])(
    'that is no address is refused beside its field, and kept as typed: %j',
    async (typed) => {
      const refused = await ask(typed);
      expect(refused.status).toBe(422);
      expect(refused.text).toMatch(/id="field-email-error"/);
      expect(await newLetters()).toEqual([]);
    },
  );

  it('can have a host in Chinese, and full-width letters are read as others', async () => {
    const typed = `Ｏwner${people}@例子.公司`;
    expect((await ask(typed)).status).toBe(303);
    const email = `owner${people}@例子.公司`;
    const link = await linkTo(email);
    await browser.post(link, {}, link);
    expect(await emailOf(owner)).toBe(email);
  });

  it('that is the present one is refused', async () => {
    const refused = await ask(owner.email.toUpperCase());
    expect([refused.status, /id="field-email-error"/.test(refused.text)]).toEqual([422, true]);
  });

  describe('link', () => {
    const over = async (link: string) => {
      expect(wordsOf((await browser.get(link)).text)).toContain('这个链接已用过、已过期');
      expect((await browser.post(link, {}, '/my/account')).status).toBe(422);
      expect((await academy.client().post(link, { password }, '/sign-in')).status).toBe(422);
    };

    it('works once', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      await browser.post(link, {}, link);
      await over(link);
      expect(await emailOf(owner)).toBe(fresh());
    });

    it('ends after two hours', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      academy.clock.moveTo(academy.clock.now() + 2 * HOUR - 1);
      expect((await browser.get(link)).text).toContain(fresh());
      academy.clock.moveTo(academy.clock.now() + 1);
      await over(link);
      expect(wordsOf((await browser.get('/my/account')).text)).not.toContain('尚未确认');
    });

    it('ends with a newer request', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      await ask(`second.${fresh()}`);
      await over(link);
      expect((await browser.get(await linkTo(`second.${fresh()}`))).text).toContain(`second.${fresh()}`);
    });

    it('ends with a new password', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      const change = { old: password, fresh: 'the lake of Daming' };
      expect((await browser.post('/my/account/password', change, '/my/account')).status).toBe(303);
      await over(link);
    });

    it('ends with a new password by a mailed link, as the letter to the old address advises', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      await academy.client().post('/password-reset', { email: owner.email }, '/password-reset');
      const reset = /\/password-reset\/\S+/.exec((await letters()).at(-1)!.body)![0];
      expect((await academy.client().post(reset, { password: 'the lake of Daming' }, reset)).status).toBe(303);
      expect((await academy.client().post(link, { password: 'the lake of Daming' }, '/sign-in')).status).toBe(422);
      expect(await emailOf(owner)).toBe(owner.email);
    });

    it('ends with a suspension', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      const administrator = await signedIn(academy, 'administrator');
      const path = `/office/accounts/${owner.id}`;
      await administrator.submit(`${path}/suspension`, {}, `${path}/suspension`);
      await administrator.submit(`${path}/reinstatement`, {}, path);
      expect((await academy.client().post(link, { password }, '/sign-in')).status).toBe(422);
      expect(await emailOf(owner)).toBe(owner.email);
    });

    it('that somebody made up opens nothing', () => over(`/email-change/${'A'.repeat(27)}`));

    it('is not stored', async () => {
      await ask(fresh());
      const token = (await linkTo(fresh())).split('/').at(-1)!;
      const rows = await reads().query<{ fingerprint: string }>(
        sql`SELECT fingerprint AS "fingerprint" FROM email_change WHERE account_id = ${owner.id}`,
      );
      expect(rows).toHaveLength(1);
      expect(rows[0]!.fingerprint).toMatch(/^[0-9a-f]{64}$/);
      expect(rows[0]!.fingerprint).not.toContain(token);
    });

    it('is refused with a reason if the address has an account by now', async () => {
      await ask(fresh());
      const link = await linkTo(fresh());
      await someone(academy, { name: '又一人', email: fresh(), roles: ['trainee'] });
      const refused = await browser.post(link, {}, link);
      expect(refused.status).toBe(422);
      expect(wordsOf(refused.text)).toContain(`${fresh()} 已经有账户`);
      expect(await emailOf(owner)).toBe(owner.email);
    });
  });

  it('signs out all other browsers and ends mailed links to choose a password', async () => {
    const other = await signedIn(academy, owner);
    await ask(fresh());
    await academy.client().post('/password-reset', { email: owner.email }, '/password-reset');
    const reset = /\/password-reset\/\S+/.exec((await letters()).at(-1)!.body)![0];
    const link = await linkTo(fresh());
    await browser.post(link, {}, link);
    expect((await browser.get('/my/account')).status).toBe(200);
    expect((await other.get('/my/account')).location).toContain('/sign-in');
    expect((await academy.client().post(reset, { password: 'the lake of Daming' }, reset)).status).toBe(422);
  });
});
