import sql from 'sql-template-tag';
import { RegisterTrainee } from '../../../src/trainees/index.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { done } from '../../builders/cohorts.js';
import { TestAcademy } from '../../support/app.js';
import { person } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const PASSWORD = 'Baotu spring 2026';

describe('a visitor signs up', () => {
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

  test('is signed in at once, continues to the requested page, and verifies the email later', async () => {
    const browser = academy.client();
    const answer = await browser.post('/sign-up', fields('liu.yang@example.com'), '/sign-up?next=/courses');
    expect([answer.status, answer.location]).toEqual([303, '/courses']);
    expect((await browser.get('/my/profile')).text).toContain('value="刘洋"');
    const [mail] = await emails('liu.yang@example.com');
    const link = linkIn(mail!.body);
    expect(link).toContain('next=%2Fcourses');
    expect(wordsOf((await browser.get('/my/profile')).text)).toContain('未验证');
    await browser.submit(link.split('?')[0]!, { next: '/my/profile' }, link);
    expect(wordsOf((await browser.get('/my/profile')).text)).toContain('已验证');
    expect(await trainees('liu.yang@example.com')).toMatchObject([{ name: '刘洋', consentAt: academy.clock.now() }]);
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
    await academy.client().post('/sign-up', fields(email), '/sign-up');
    const visitor = academy.client();
    const answer = await visitor.post('/sign-up', fields('Twice@Example.com', { name: '冒名' }), '/sign-up');
    expect(answer.status).toBe(200);
    expect(wordsOf(answer.text)).toContain('请查收邮件');
    expect(wordsOf(answer.text)).not.toContain('已有账户');
    expect(visitor.cookie('session')).toBeUndefined();
    expect((await emails(email)).map(({ subject }) => subject)).toContain('你已经有账户');
    expect(await trainees(email)).toHaveLength(1);
  });

  test('never continues to another site', async () => {
    const answer = await academy
      .client()
      .post('/sign-up', fields('far@example.com', { next: '//evil.example/x' }), '/sign-up');
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
    const browser = academy.client();
    await browser.post('/sign-up', fields(email, { name }), '/sign-up');
    const link = linkIn((await emails(email))[0]!.body);
    await browser.submit(link.split('?')[0]!, {}, link);
  };

  test('gets the record entered by the academy once the email is verified', async () => {
    const id = await entered('马晓', 'ma@example.com');
    await verified('马晓', 'ma@example.com');
    expect(await trainees('ma@example.com')).toMatchObject([
      { id, phone: '13800138000', accountId: expect.any(String) as string, consentAt: academy.clock.now() },
    ]);
  });

  test('does not get the record of somebody else with the same email', async () => {
    const child = await entered('孙小宝', 'sun@example.com');
    await verified('孙大宝', 'sun@example.com');
    expect((await trainees('sun@example.com')).find(({ id }) => id === child)).toMatchObject({ accountId: null });
  });
});
