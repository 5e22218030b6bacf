import { CAST, person, signedIn } from '../../support/people.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';

let academy: TestAcademy;
let administrator: WebClient;

beforeAll(async () => {
  academy = await TestAcademy.open();
  administrator = await signedIn(academy, 'administrator');
});
afterAll(() => academy.close());

/** Opens the newest email to this address in the outbox and returns the path that it links to. */
async function linkMailedTo(email: string): Promise<string> {
  const list = await administrator.get(`/office/outbox?q=${encodeURIComponent(email)}`);
  const mail = /href="(\/office\/outbox\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? '';
  return /href="(\/password-reset\/[\w-]+)"/.exec((await administrator.get(mail)).text)?.[1] ?? '';
}

async function invite(email: string, roles: readonly string[] = ['coordinator']): Promise<string> {
  const answer = await administrator.post(
    '/office/accounts',
    { name: '孙丽', email, roles, language: 'zh-CN' },
    '/office/accounts/new',
  );
  return answer.location ?? '';
}

describe('invited people', () => {
  test('choose a password by the emailed link and have the rights of their role', async () => {
    const account = await invite('sun.li@academy.example');
    expect(wordsOf((await administrator.get(account)).text)).toContain('已邀请');
    const newcomer = academy.client();
    const link = await linkMailedTo('sun.li@academy.example');
    expect((await newcomer.post(link, { password: 'a long enough one' }, link)).location).toBe('/sign-in');
    const home = await newcomer.submit(
      '/sign-in',
      { email: 'sun.li@academy.example', password: 'a long enough one' },
      '/sign-in',
    );
    expect(home.path).toBe('/office');
    expect((await newcomer.get('/office/accounts')).status).toBe(403);
    expect(wordsOf((await administrator.get(account)).text)).toContain('使用中');
  });

  test('are refused beside the field if the address has an account, with everything typed kept', async () => {
    const answer = await administrator.post(
      '/office/accounts',
      { name: '又一人', email: FOUNDER.email.toUpperCase(), roles: ['instructor'], language: 'en' },
      '/office/accounts/new',
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/id="field-email-error"/);
    expect(answer.text).toContain('value="又一人"');
    expect(answer.text).toMatch(/value="instructor" checked/);
  });

  test('need a role, and only those in the form are accepted', async () => {
    expect(
      (await administrator.post('/office/accounts', { name: '甲', email: 'jia@academy.example', language: 'en' }))
        .status,
    ).toBe(422);
    expect(
      (
        await administrator.post('/office/accounts', {
          name: '甲',
          email: 'jia@academy.example',
          roles: 'trainee',
          language: 'en',
        })
      ).status,
    ).toBe(422);
  });

  test('get a new link by a second invitation, which ends the first one', async () => {
    const account = await invite('qian@academy.example');
    const first = await linkMailedTo('qian@academy.example');
    academy.clock.moveTo(academy.clock.now() + 1000);
    await administrator.submit(`${account}/invitation`, {}, account);
    expect(await linkMailedTo('qian@academy.example')).not.toBe(first);
    const visitor = academy.client();
    expect((await visitor.post(first, { password: 'a long enough one' }, first)).status).toBe(422);
  });
});

describe('roles', () => {
  test('take effect in an open browser at the next page', async () => {
    const account = await invite('zhou.wu@academy.example', ['instructor']);
    const id = account.split('/').at(-1)!;
    const email = 'zhou.wu@academy.example';
    const [link, password] = [await linkMailedTo(email), 'a long enough one'];
    await academy.client().post(link, { password }, link);
    const browser = await signedIn(academy, { id, name: '孙丽', email, roles: ['instructor'] });
    expect((await browser.get('/office')).status).toBe(403);
    await administrator.submit(`${account}/roles`, { roles: ['instructor', 'coordinator'] }, account);
    expect((await browser.get('/office')).status).toBe(200);
  });

  test('are refused to an account whose email was never verified, until its owner is invited and comes in', async () => {
    const [email, squatter] = ['hr.new@quanyong.example', 'chosen by a stranger'];
    const stranger = academy.client();
    await stranger.post('/sign-up', { name: '韩人事', email, password: squatter, consent: '1' }, '/sign-up');
    const list = await administrator.get(`/office/accounts?q=${email}`);
    const account = /href="(\/office\/accounts\/[0-9a-f-]{36})"/.exec(list.text)![1]!;
    const give = () => administrator.post(`${account}/roles`, { roles: ['coordinator'] }, account);
    const refused = await give();
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/id="field-roles-error"/);
    expect(wordsOf(refused.text)).toContain(`${email} 从未验证过。请先在本页发出邀请`);
    expect(refused.text).toContain(`action="${account}/invitation"`);
    academy.clock.moveTo(academy.clock.now() + 1000);
    await administrator.submit(`${account}/invitation`, {}, account);
    expect((await give()).status).toBe(303);
    const signIn = (browser: WebClient, password: string) => browser.post('/sign-in', { email, password }, '/sign-in');
    expect(wordsOf((await signIn(stranger, squatter)).text)).toContain('邮箱或密码不对');
    const [owner, link] = [academy.client(), await linkMailedTo(email)];
    await owner.post(link, { password: 'a long enough one' }, link);
    expect([(await signIn(owner, 'a long enough one')).status, (await owner.get('/office')).status]).toEqual([
      303, 200,
    ]);
    expect((await signIn(stranger, squatter)).status).toBe(422);
  });

  test('cannot be removed from the last administrator who can sign in', async () => {
    const { id } = await person(academy, 'administrator');
    const invited = await invite('never.came@academy.example', ['administrator']);
    const answer = await administrator.post(
      `/office/accounts/${id}/roles`,
      { roles: ['coordinator'] },
      `/office/accounts/${id}`,
    );
    expect(answer.status).toBe(422);
    expect((await administrator.get('/office/accounts')).status).toBe(200);
    expect((await administrator.get(`${invited}`)).status).toBe(200);
  });
});

describe('a suspended account', () => {
  test('is signed out everywhere, cannot sign in, and can be restored unchanged', async () => {
    const { id } = await person(academy, 'coordinator');
    const browser = await signedIn(academy, 'coordinator');
    expect((await browser.get('/office')).status).toBe(200);
    expect((await administrator.get(`/office/accounts/${id}/suspension`)).text).toContain(CAST.coordinator.email);
    await administrator.submit(`/office/accounts/${id}/suspension`, {}, `/office/accounts/${id}/suspension`);
    expect((await browser.get('/office')).location).toContain('/sign-in');
    await administrator.submit(`/office/accounts/${id}/reinstatement`, {}, `/office/accounts/${id}`);
    expect((await (await signedIn(academy, 'coordinator')).get('/office')).status).toBe(200);
  });

  test('cannot be one’s own', async () => {
    const { id } = await person(academy, 'administrator');
    const answer = await administrator.post(
      `/office/accounts/${id}/suspension`,
      {},
      `/office/accounts/${id}/suspension`,
    );
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('不能停用自己的账户');
  });

  test('that does not exist gives 404', async () => {
    expect((await administrator.get('/office/accounts/nobody')).status).toBe(404);
    expect((await administrator.get('/office/accounts/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('the audit trail', () => {
  test('is filtered by act, person and day, and describes the changes', async () => {
    await invite('audited@academy.example', ['instructor']);
    const found = async (query: string) => wordsOf((await administrator.get(`/office/audit?${query}`)).text);
    expect(await found('act=account.opened&subject=audited')).toContain('开通账户');
    expect(await found('act=account.opened&subject=audited')).toContain('讲师');
    expect(
      await found(
        `person=${encodeURIComponent(FOUNDER.name)}&subject=audited&from=2026-3-2&until=${encodeURIComponent('3月2日')}`,
      ),
    ).toContain('共 1 条记录');
    expect(await found('subject=audited&until=2026-3-1')).toContain('没有符合条件的结果');
    expect(await found('subject=100%25_no')).toContain('没有符合条件的结果');
  });

  test('shows an invalid day, and an end before the beginning, beside their fields', async () => {
    const wrong = await administrator.get('/office/audit?from=2026-2-30');
    expect([wrong.status, /id="field-from-error"/.test(wrong.text)]).toEqual([422, true]);
    const reversed = await administrator.get('/office/audit?from=2026-3-2&until=2026-3-1');
    expect([reversed.status, /id="field-until-error"/.test(reversed.text)]).toEqual([422, true]);
  });
});

describe('administration pages', () => {
  test.each(['/office/accounts', '/office/accounts/new', '/office/academy', '/office/audit', '/office/outbox'])(
    'are open to administrators only: %s',
    async (path) => {
      expect((await administrator.get(path)).status).toBe(200);
      expect((await (await signedIn(academy, 'coordinator')).get(path)).status).toBe(403);
      expect((await academy.client().get(path)).location).toContain('/sign-in');
    },
  );
});
