import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { THEIR_PASSWORD } from '../../support/passwords.js';
import { type Person, person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { EmailChangeStage, HOUR } from './email-change-stage.js';

const password = THEIR_PASSWORD;

describe('the sign-in email', () => {
  let stage: EmailChangeStage;
  beforeAll(async () => {
    stage = await EmailChangeStage.open();
  });
  beforeEach(() => stage.next());
  afterAll(() => stage.academy.close());

  const acts = async ({ id }: Person) =>
    (
      await stage.academy.app
        .get(ReadDatabase)
        .query<{ act: string }>(sql`SELECT act AS "act" FROM audit_entry WHERE subject_id = ${id} ORDER BY at, id`)
    ).map(({ act }) => act);
  const signIn = (email: string, given = password) =>
    stage.academy.client().post('/sign-in', { email, password: given }, '/sign-in');

  it('changes once the link in the new mailbox is opened and confirmed, and no sooner', async () => {
    const answer = await stage.ask(`  ${stage.fresh.toUpperCase()} `);
    expect([answer.status, answer.location]).toEqual([303, '/my/account']);
    const account = wordsOf((await stage.browser.get('/my/account')).text);
    expect(account).toContain(`如果 ${stage.fresh} 可以使用`);
    expect(account).toContain(`${stage.fresh} 尚未确认`);
    expect((await signIn(stage.owner.email)).status).toBe(303);
    const link = await stage.linkTo();
    for (const scanner of [stage.academy.client(null), stage.browser])
      for (let times = 0; times < 2; times += 1) expect((await scanner.get(link)).status).toBe(200);
    expect(await stage.emailOf(stage.owner)).toBe(stage.owner.email);
    const done = await stage.browser.post(link, {}, link);
    expect([done.status, done.location]).toEqual([303, '/my/account']);
    const after = wordsOf((await stage.browser.get('/my/account')).text);
    expect(after).toContain(`登录邮箱已改为 ${stage.fresh}`);
    expect(after).not.toContain('尚未确认');
    expect((await signIn(stage.owner.email)).status).toBe(422);
    expect((await signIn(stage.fresh)).status).toBe(303);
    expect((await acts(stage.owner)).filter((act) => act.startsWith('account.emailC'))).toEqual([
      'account.emailChangeRequested',
      'account.emailChanged',
    ]);
  });

  it('is written to about each step: who asked to the old address, a link without a name to the new one', async () => {
    await stage.ask();
    const [one, two] = (await stage.newLetters()).sort((a, b) => a.to.localeCompare(b.to));
    expect([one!.to, one!.name, one!.subject]).toEqual([stage.fresh, '', '请确认新的登录邮箱']);
    for (const secret of ['陈晨', stage.owner.email]) expect(one!.body).not.toContain(secret);
    expect([two!.to, two!.subject]).toEqual([stage.owner.email, '有人申请更换登录邮箱']);
    expect(two!.body).toContain('o…@a….example');
    expect(two!.body).toContain('http://academy.example/password-reset');
    for (const secret of [stage.fresh, '/email-change/']) expect(two!.body).not.toContain(secret);
    const link = await stage.linkTo();
    await stage.browser.post(link, {}, link);
    const last = (await stage.newLetters()).at(-1)!;
    expect([last.to, last.subject]).toEqual([stage.owner.email, '登录邮箱已更换']);
    expect(last.body).toContain('o…@a….example');
    expect(last.body).toContain('联系学院');
    expect(last.body).not.toContain(stage.fresh);
  });

  it('answers the same for an address that belongs to another account, whose owner gets no link', async () => {
    const other = await person(stage.academy, 'coordinator');
    const shown = async (email: string) => {
      const { status, location } = await stage.ask(email);
      const words = wordsOf((await stage.browser.get('/my/account')).text).replaceAll(email, 'ADDRESS');
      return { status, location, words };
    };
    const free = await shown(stage.fresh);
    const earlier = await stage.linkTo();
    const start = (await stage.letters()).length;
    expect(await shown(other.email)).toEqual(free);
    const sent = (await stage.letters()).slice(start);
    expect(sent.map(({ to }) => to).sort()).toEqual([other.email, stage.owner.email].sort());
    const theirs = sent.find(({ to }) => to === other.email)!;
    expect(theirs.subject).toBe('你已经有账户');
    expect(theirs.body).not.toMatch(/\/(email-change|email-verification)\/|陈晨|password-reset\/\S/);
    const asked = sent.find(({ to }) => to === stage.owner.email)!;
    expect(asked.subject).toBe('有人申请更换登录邮箱');
    // Nor does it show whether the link of an earlier request goes on working.
    expect((await stage.browser.post(earlier, {}, '/my/account')).status).toBe(422);
    expect(await stage.emailOf(other)).toBe(other.email);
  });

  it('asks for the password where its owner is not signed in, and signs nobody in', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    for (const stranger of [stage.academy.client(), await signedIn(stage.academy, 'coordinator')]) {
      const page = await stranger.get(link);
      expect(page.text).toContain('name="password"');
      for (const secret of ['陈晨', stage.owner.email]) expect(page.text).not.toContain(secret);
      for (const given of ['', 'not the password']) {
        const refused = await stranger.post(link, { password: given }, link);
        expect(refused.status).toBe(422);
        expect(refused.text).toMatch(/id="field-password-error"/);
        expect(refused.text).not.toContain('not the password');
      }
    }
    expect(await stage.emailOf(stage.owner)).toBe(stage.owner.email);
    const telephone = stage.academy.client();
    const done = await telephone.post(link, { password }, link);
    expect([done.status, done.location]).toEqual([303, '/sign-in']);
    expect(telephone.cookie('session')).toBeUndefined();
    expect(wordsOf((await telephone.get('/sign-in')).text)).toContain(`登录邮箱已改为 ${stage.fresh}`);
    expect(await stage.emailOf(stage.owner)).toBe(stage.fresh);
    expect((await stage.browser.get('/my/account')).location).toContain('/sign-in');
  });

  it('is tried with eight wrong passwords at most, together with a change of the password and at the link', async () => {
    for (let tries = 0; tries < 4; tries += 1) {
      const refused = await stage.ask(stage.fresh, 'a wild guess');
      expect(refused.status).toBe(422);
      expect(refused.text).toMatch(/id="field-password-error"/);
      expect(refused.text).toContain(`value="${stage.fresh}"`);
      expect(refused.text).not.toContain('a wild guess');
      const old = { old: 'a wild guess', fresh: 'the lake of Daming' };
      expect((await stage.browser.post('/my/account/password', old, '/my/account')).status).toBe(422);
    }
    expect((await stage.ask()).status).toBe(429);
    expect(await stage.newLetters()).toEqual([]);
    stage.academy.clock.moveTo(stage.academy.clock.now() + HOUR);
    await stage.ask();
    const [link, stranger] = [await stage.linkTo(), stage.academy.client()];
    for (let tries = 0; tries < 8; tries += 1) await stranger.post(link, { password: 'a wild guess' }, link);
    expect((await stranger.post(link, { password }, link)).status).toBe(429);
    expect(await stage.emailOf(stage.owner)).toBe(stage.owner.email);
  });

  it('is asked for five times an hour at most', async () => {
    for (let times = 0; times < 5; times += 1) expect((await stage.ask(`m${times}${stage.fresh}`)).status).toBe(303);
    const refused = await stage.ask();
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('申请次数过多');
  });

  it.each(['', 'nobody', 'a@b', 'a b@mail.example', 'a\u200Bb@mail.example', 'a\u202Eb@mail.example'])(
    'that is no address is refused beside its field, and kept as typed: %j',
    async (typed) => {
      const refused = await stage.ask(typed);
      expect(refused.status).toBe(422);
      expect(refused.text).toMatch(/id="field-email-error"/);
      expect(await stage.newLetters()).toEqual([]);
    },
  );

  it('can have a host in Chinese, and full-width letters are read as others', async () => {
    const typed = `Ｏwner${stage.number}@例子.公司`;
    expect((await stage.ask(typed)).status).toBe(303);
    const email = `owner${stage.number}@例子.公司`;
    const link = await stage.linkTo(email);
    await stage.browser.post(link, {}, link);
    expect(await stage.emailOf(stage.owner)).toBe(email);
  });

  it('that is the present one is refused', async () => {
    const refused = await stage.ask(stage.owner.email.toUpperCase());
    expect([refused.status, /id="field-email-error"/.test(refused.text)]).toEqual([422, true]);
  });

  it('signs out all other browsers and ends mailed links to choose a password', async () => {
    const other = await signedIn(stage.academy, stage.owner);
    await stage.ask();
    await stage.academy.client().post('/password-reset', { email: stage.owner.email }, '/password-reset');
    const reset = /\/password-reset\/\S+/.exec((await stage.letters()).at(-1)!.body)![0];
    const link = await stage.linkTo();
    await stage.browser.post(link, {}, link);
    expect((await stage.browser.get('/my/account')).status).toBe(200);
    expect((await other.get('/my/account')).location).toContain('/sign-in');
    expect((await stage.academy.client().post(reset, { password: 'the lake of Daming' }, reset)).status).toBe(422);
  });
});
