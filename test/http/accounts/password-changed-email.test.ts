import sql from 'sql-template-tag';
import { DELIVERY } from '../../../src/platform/mail/index.js';
import { instantOf, ReadDatabase, Ticker } from '../../../src/platform/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { MailServer } from '../../support/smtp.js';

const { email, password } = FOUNDER;
const NEW = 'the lake of Daming';

describe('the owner of a changed password', () => {
  let academy: TestAcademy;
  let server: MailServer;
  beforeEach(async () => {
    server = await MailServer.start();
    academy = await TestAcademy.open({ smtpUrl: server.url, at: instantOf('2026-03-02', '09:05') });
  });
  afterEach(async () => {
    await academy.close();
    await server.stop();
  });

  /** Emails that are not about a link asked for or an invitation. */
  const emails = async () => {
    await academy.app.get(Ticker).runNow(DELIVERY);
    return server.received
      .filter(({ text }) => !/\/password-reset\/\S/.test(text))
      .map(({ to, subject, text }) => ({ to, subject, text }));
  };
  const linkFor = async (address: string): Promise<string> => {
    await academy.client().post('/password-reset', { email: address }, '/password-reset');
    return newestLink();
  };
  const newestLink = async (): Promise<string> => {
    const rows = await academy.app.get(ReadDatabase).query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE body LIKE '%/password-reset/%' ORDER BY id DESC LIMIT 1`);
    return /\/password-reset\/\S+/.exec(rows[0]!.body)![0];
  };
  const change = async (fields: { old: string; fresh: string }): Promise<number> => {
    const browser = academy.client('en');
    await browser.post('/sign-in', { email, password }, '/sign-in');
    return (await browser.post('/my/account/password', fields, '/my/account')).status;
  };

  it('gets an email after a change on the account page, in the language of the account', async () => {
    expect(await change({ old: password, fresh: NEW })).toBe(303);
    const sent = await emails();
    expect(sent).toMatchObject([{ to: [email], subject: '密码已更换' }]);
    const { text } = sent[0]!;
    for (const part of [
      FOUNDER.name,
      '2026年3月2日',
      '09:05',
      '其他浏览器都已退出登录',
      'http://academy.example/password-reset',
    ])
      expect(text).toContain(part);
    for (const secret of [password, NEW]) expect(text).not.toContain(secret);
  });

  it('gets one after a new password by a mailed link, in English for an English account', async () => {
    await academy.write(async (tx) => {
      tx.withoutAudit('as if signed up in English');
      await tx.query(sql`UPDATE account SET language = 'en' WHERE email = ${email}`);
    });
    const link = await linkFor(email);
    expect((await academy.client().post(link, { password: NEW }, link)).status).toBe(303);
    const sent = await emails();
    expect(sent).toMatchObject([{ to: [email], subject: 'Your password was changed' }]);
    const { text } = sent[0]!;
    for (const part of ['2026', '09:05', 'all other browsers were signed out', 'If not, reset your password'])
      expect(text.replace(/\s+/g, ' ')).toContain(part);
    for (const secret of [NEW, link]) expect(text).not.toContain(secret);
    expect((await academy.client('en').get('/password-reset')).status).toBe(200);
  });

  it('gets none if the change failed', async () => {
    expect(await change({ old: 'not the old one', fresh: NEW })).toBe(422);
    expect(await change({ old: password, fresh: 'password123' })).toBe(422);
    expect(await change({ old: password, fresh: 'short' })).toBe(422);
    const link = await linkFor(email);
    expect((await academy.client().post(link, { password: 'password123' }, link)).status).toBe(422);
    const other = `/password-reset/${'A'.repeat(43)}`;
    expect((await academy.client().post(other, { password: NEW }, other)).status).toBe(422);
    expect(await emails()).toEqual([]);
  });

  it('gets none for the first password, which an invitation has asked for', async () => {
    const administrator = await signedIn(academy, 'administrator');
    const invited = { name: '孙丽', email: 'sun.li@academy.example', roles: 'coordinator', language: 'zh-CN' };
    expect((await administrator.post('/office/accounts', invited, '/office/accounts/new')).status).toBe(303);
    const link = await newestLink();
    expect((await academy.client().post(link, { password: NEW }, link)).status).toBe(303);
    expect(await emails()).toEqual([]);
  });
});
