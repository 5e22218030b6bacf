import sql from 'sql-template-tag';
import { newId, ReadDatabase } from '../../../src/platform/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { THEIR_PASSWORD, withPassword } from '../../support/passwords.js';
import { type Person, person, signedIn, someone } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';

const password = THEIR_PASSWORD;
const reason = '电话核实：工号 0412';
let people = 0;

describe('a sign-in email that an administrator corrects', () => {
  let academy: TestAcademy;
  let administrator: WebClient;
  let owner: Person;
  beforeAll(async () => {
    academy = await TestAcademy.open();
    administrator = await signedIn(academy, 'administrator');
  });
  beforeEach(async () => {
    academy.clock.moveTo(academy.clock.now() + 1000);
    people += 1;
    const email = `owner${people}@before.example`;
    owner = await withPassword(academy, await someone(academy, { name: '孙丽', email, roles: ['coordinator'] }));
  });
  afterAll(() => academy.close());

  const letters = () =>
    academy.app.get(ReadDatabase).query<{ to: string; subject: string; body: string }>(sql`
      SELECT to_address AS "to", subject AS "subject", body AS "body" FROM outbox_message ORDER BY created_at, id`);
  const lastTo = async (email: string) => (await letters()).filter(({ to }) => to === email).at(-1);
  const pathIn = (body = '') => /\/(?:email-verification|password-reset)\/\S+/.exec(body)?.[0] ?? '';
  const fresh = () => `owner${people}@after.example`;
  const page = (id = owner.id) => `/office/accounts/${id}/email`;
  const correct = (fields: { email?: string; reason?: string } = {}, id = owner.id) =>
    administrator.post(page(id), { email: fresh(), reason, ...fields }, page(id));
  const signIn = (browser: WebClient, email: string) => browser.post('/sign-in', { email, password }, '/sign-in');

  it('is used once its owner has verified it, and tells both addresses and the audit trail', async () => {
    const answer = await correct();
    expect([answer.status, answer.location]).toEqual([303, `/office/accounts/${owner.id}`]);
    const shown = wordsOf((await administrator.get(answer.location!)).text);
    for (const part of [fresh(), '尚未验证', '更正登录邮箱', owner.email, reason]) expect(shown).toContain(part);
    const old = (await lastTo(owner.email))!;
    expect(old.subject).toBe('学院更正了你的登录邮箱');
    expect(old.body).toContain('o…@a….example');
    expect(pathIn(old.body)).toBe('');
    const browser = academy.client();
    const early = await signIn(browser, fresh());
    expect([early.status, wordsOf(early.text).includes('先验证邮箱才能登录')]).toEqual([422, true]);
    expect(wordsOf((await signIn(browser, owner.email)).text)).toContain('邮箱或密码不对');
    const link = pathIn((await lastTo(fresh()))!.body);
    expect((await browser.post(link, { password }, link)).location).toBe('/office');
    expect((await browser.get('/office')).status).toBe(200);
  });

  it('opens the account to nobody who only reads the mailbox: it may be mistyped', async () => {
    await correct();
    const stranger = academy.client();
    const letter = (await lastTo(fresh()))!;
    expect(letter.body).not.toContain('孙丽');
    expect(wordsOf((await stranger.get(pathIn(letter.body))).text)).toContain('请联系学院');
    const asked = { email: fresh(), name: '冒名', password: 'the lake of Daming', consent: '1' };
    for (const path of ['/password-reset', '/email-verification', '/sign-up']) {
      academy.clock.moveTo(academy.clock.now() + 1000);
      expect((await stranger.post(path, asked, '/password-reset')).status).toBeLessThan(400);
      const again = (await lastTo(fresh()))!;
      expect(again.subject).toBe('请验证新的登录邮箱');
      expect(pathIn(again.body)).toContain('/email-verification/');
      expect(again.body).not.toContain('孙丽');
      expect((await stranger.post(pathIn(again.body), { password: 'the lake of Daming' })).status).toBe(422);
    }
    const link = pathIn((await lastTo(fresh()))!.body);
    expect((await academy.client().post(link, { password }, link)).location).toBe('/office');
    await stranger.post('/password-reset', { email: fresh() }, '/password-reset');
    expect(pathIn((await lastTo(fresh()))!.body)).toContain('/password-reset/');
  });

  it('gets a link for a new password by an invitation of the office', async () => {
    await correct();
    const account = `/office/accounts/${owner.id}`;
    await administrator.submit(`${account}/invitation`, {}, account);
    const link = pathIn((await lastTo(fresh()))!.body);
    expect(link).toContain('/password-reset/');
    expect((await academy.client().post(link, { password: 'the lake of Daming' }, link)).status).toBe(303);
  });

  it('signs its owner out everywhere and ends all links mailed before', async () => {
    const browser = await signedIn(academy, owner);
    await academy.client().post('/password-reset', { email: owner.email }, '/password-reset');
    const reset = pathIn((await lastTo(owner.email))!.body);
    await browser.post('/my/account/email', { email: `other.${fresh()}`, password }, '/my/account/email');
    const change = /\/email-change\/\S+/.exec((await lastTo(`other.${fresh()}`))!.body)![0];
    expect((await correct()).status).toBe(303);
    expect((await browser.get('/office')).location).toContain('/sign-in');
    const stranger = academy.client();
    expect((await stranger.post(reset, { password: 'the lake of Daming' }, reset)).status).toBe(422);
    expect((await stranger.post(change, { password }, '/sign-in')).status).toBe(422);
  });

  it('of somebody invited who has not come in gets the invitation', async () => {
    const invited = {
      name: '钱进',
      email: owner.email.replace('owner', 'qian'),
      roles: 'coordinator',
      language: 'zh-CN',
    };
    const account = (await administrator.post('/office/accounts', invited, '/office/accounts/new')).location!;
    const first = pathIn((await lastTo(invited.email))!.body);
    await correct({}, account.split('/').at(-1));
    const link = pathIn((await lastTo(fresh()))!.body);
    const browser = academy.client();
    expect((await browser.post(first, { password: 'the lake of Daming' }, first)).status).toBe(422);
    expect((await browser.post(link, { password: 'the lake of Daming' }, link)).status).toBe(303);
  });

  it('needs a reason and an address that is free and another one; what was typed is kept', async () => {
    const taken = await person(academy, 'instructor');
    const refusals: readonly (readonly [Parameters<typeof correct>[0], string, string])[] = [
      [{ reason: '' }, 'reason', ''],
      [{ email: 'nobody' }, 'email', ''],
      [{ email: owner.email }, 'email', '这就是现在的登录邮箱'],
      [{ email: taken.email.toUpperCase() }, 'email', `已是${taken.name}的账户的登录邮箱`],
    ];
    for (const [fields, field, words] of refusals) {
      const refused = await correct(fields);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain(`id="field-${field}-error"`);
      expect(wordsOf(refused.text)).toContain(words);
      if (field === 'email') expect(refused.text).toContain(`value="${reason}"`);
    }
    expect(await lastTo(owner.email)).toBeUndefined();
  });

  it('is not the own one, nor that of a suspended account', async () => {
    const { id } = await person(academy, 'administrator');
    const own = `/office/accounts/${id}`;
    expect((await administrator.get(own)).text).not.toContain(`${own}/email`);
    expect(wordsOf((await administrator.get(`${own}/email`)).text)).toContain('自己的登录邮箱请在“我的账户”中更换');
    expect((await administrator.post(`${own}/email`, { email: fresh(), reason })).status).toBe(422);
    const theirs = `/office/accounts/${owner.id}`;
    expect((await administrator.get(theirs)).text).toContain(`${theirs}/email`);
    await administrator.submit(`${theirs}/suspension`, {}, `${theirs}/suspension`);
    expect((await administrator.get(theirs)).text).not.toContain(`${theirs}/email`);
    expect(wordsOf((await administrator.get(`${theirs}/email`)).text)).toContain('请先恢复账户');
    expect((await administrator.post(`${theirs}/email`, { email: fresh(), reason })).status).toBe(422);
    expect((await lastTo(FOUNDER.email))?.subject).not.toBe('学院更正了你的登录邮箱');
  });

  it('of an account that does not exist is not found', async () => {
    expect((await administrator.get(page(newId()))).status).toBe(404);
    expect((await administrator.post(page(newId()), { email: fresh(), reason })).status).toBe(404);
  });
});
