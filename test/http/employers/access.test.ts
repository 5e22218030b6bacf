import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { anEmployer } from '../../builders/employers.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('an employer’s keys and people', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const keyIn = (text: string): string => /ita_[\w-]{27}/.exec(text)?.[0] ?? '';
  const opens = async (key: string): Promise<number> =>
    (
      await academy
        .client(null)
        .get('/api/v1/verifications', { authorization: `Bearer ${key}`, accept: 'application/json' })
    ).status;

  test('a key is created by the contact, shown once, stored as its fingerprint, and revoked', async () => {
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    const made = await browser.post(
      '/employer/keys',
      { name: '背调系统', scopes: ['verifications:read'] },
      '/employer/keys',
    );
    expect(made.status).toBe(201);
    const key = keyIn(made.text);
    expect(await opens(key)).toBe(200);
    const list = await browser.get('/employer/keys');
    expect(list.text).not.toContain(key);
    expect(wordsOf(list.text)).toContain('背调系统');
    const stored = await academy.app
      .get(ReadDatabase)
      .query<{ row: string }>(sql`SELECT fingerprint || start || name AS "row" FROM employer_key`);
    expect(stored.some(({ row }) => row.includes(key))).toBe(false);
    const revocation = [...list.text.matchAll(/\/employer\/keys\/[0-9a-f-]+\/revocation/g)][0]![0];
    expect(wordsOf((await browser.submit(revocation, {}, revocation)).text)).toContain('密钥已吊销');
    expect(await opens(key)).toBe(401);
  });

  test('the office creates keys too; a key without scopes is refused', async () => {
    const { id } = await anEmployer(academy);
    const browser = await signedIn(academy, 'coordinator', 'en');
    const path = `/office/employers/${id}`;
    expect((await browser.post(`${path}/keys`, { name: 'Recruiting' }, `${path}/access`)).status).toBe(422);
    expect(
      await opens(
        keyIn(
          (await browser.post(`${path}/keys`, { name: 'Recruiting', scopes: ['verifications:read'] }, `${path}/access`))
            .text,
        ),
      ),
    ).toBe(200);
  });

  test('another employer’s key cannot be revoked', async () => {
    const [own, other] = [await anEmployer(academy), await anEmployer(academy)];
    const [row] = await academy.app
      .get(ReadDatabase)
      .query<{ id: string }>(sql`SELECT id AS "id" FROM employer_key WHERE employer_id = ${other.id}`);
    const browser = await signedIn(academy, own.contact);
    expect((await browser.post(`/employer/keys/${row!.id}/revocation`, {}, '/employer/keys')).status).toBe(404);
    expect(await opens(other.key)).toBe(200);
  });

  test('a person is invited by mail, or gets the role with an account of their own, and acts no more once removed', async () => {
    const { id, contact } = await anEmployer(academy);
    const browser = await signedIn(academy, 'coordinator');
    const path = `/office/employers/${id}`;
    const invited = await browser.submit(
      `${path}/contacts`,
      { name: '钱伟', email: 'qian.wei@qilusoft.example', language: 'zh-CN' },
      `${path}/access`,
    );
    expect(wordsOf(invited.text)).toContain('邀请邮件已发往 qian.wei@qilusoft.example');
    const { email } = await person(academy, 'trainee');
    const trainee = await signedIn(academy, 'trainee');
    expect((await trainee.get('/employer/keys')).status).toBe(403);
    await browser.submit(`${path}/contacts`, { name: '陈晨', email, language: 'zh-CN' }, `${path}/access`);
    expect((await trainee.get('/employer/keys')).status).toBe(200);
    const other = `/office/employers/${(await anEmployer(academy)).id}`;
    const taken = await browser.post(
      `${other}/contacts`,
      { name: '陈晨', email, language: 'zh-CN' },
      `${other}/access`,
    );
    expect([taken.status, /id="field-email-error"/.test(taken.text)]).toEqual([422, true]);
    await browser.submit(`${path}/contacts/${contact.id}/removal`, {}, `${path}/access`);
    expect((await (await signedIn(academy, contact)).get('/employer/keys')).status).toBe(404);
  });

  test('whoever signed up with the address of a contact and never proved it is out; the owner is invited', async () => {
    const [email, password] = ['zhou.hr@qilusoft.example', 'chosen by a stranger'];
    const stranger = academy.client();
    await stranger.post('/sign-up', { name: '周人事', email, password, consent: '1' }, '/sign-up');
    const path = `/office/employers/${(await anEmployer(academy)).id}`;
    academy.clock.moveTo(academy.clock.now() + 1000);
    const added = await (
      await signedIn(academy, 'coordinator')
    ).submit(`${path}/contacts`, { name: '周人事', email, language: 'zh-CN' }, `${path}/access`);
    expect(wordsOf(added.text)).toContain(`邀请邮件已发往 ${email}`);
    const letters = await academy.app.get(ReadDatabase).query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE to_address = ${email} ORDER BY created_at, id`);
    const [verification] = /\/email-verification\/\S+/.exec(letters[0]!.body)!;
    const [invitation] = /\/password-reset\/\S+/.exec(letters[1]!.body)!;
    expect((await stranger.post(verification, { password }, verification)).status).toBe(422);
    const owner = academy.client();
    await owner.post(invitation, { password: 'a long enough one' }, invitation);
    await owner.post('/sign-in', { email, password: 'a long enough one' }, '/sign-in');
    expect((await owner.get('/employer/keys')).status).toBe(200);
    expect((await stranger.post('/sign-in', { email, password }, '/sign-in')).status).toBe(422);
  });
});
