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

  test('a contact is invited by email, refused if the account is somebody else’s, and has no access once removed', async () => {
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
    const taken = await browser.post(`${path}/contacts`, { name: '陈晨', email, language: 'zh-CN' }, `${path}/access`);
    expect(wordsOf(taken.text)).toContain('没有“用人单位”角色');
    await browser.submit(`${path}/contacts/${contact.id}/removal`, {}, `${path}/access`);
    expect((await (await signedIn(academy, contact)).get('/employer/keys')).status).toBe(404);
  });
});
