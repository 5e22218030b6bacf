import sql from 'sql-template-tag';
import { ReadDatabase, UnitOfWork } from '../../../src/platform/index.js';
import { OutboxClaims } from '../../../src/platform/mail/outbox-claims.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

/** Nothing listens there: every delivery fails. */
const NOBODY = 'smtp://127.0.0.1:9';

let academy: TestAcademy;
beforeAll(async () => {
  academy = await TestAcademy.open({ smtpUrl: NOBODY });
});
afterAll(() => academy.close());

test('an email that could not be delivered is retried on the administrator’s request, without showing its secret', async () => {
  const administrator = await signedIn(academy, 'administrator');
  await administrator.submit(
    '/office/accounts',
    { name: '孙丽', email: 'sun.li@academy.example', roles: 'instructor', language: 'zh-CN' },
    '/office/accounts/new',
  );
  const reads = academy.app.get(ReadDatabase);
  const mail = () =>
    reads.first<{ id: string; attempts: number; next: number; body: string }>(sql`
    SELECT id AS "id", attempts AS "attempts", next_attempt_at AS "next", body AS "body" FROM outbox_message WHERE to_address = 'sun.li@academy.example'`);
  const { id, body } = (await mail())!;
  const shown = await administrator.get(`/office/outbox/${id}`);
  const secret = /password-reset\/([\w-]+)/.exec(body)?.[1] ?? 'none';
  expect(shown.text).not.toContain(secret);
  academy.clock.moveTo(academy.clock.now() + 60_000);
  const after = await administrator.submit(`/office/outbox/${id}/delivery`, {}, `/office/outbox/${id}`);
  expect(wordsOf(after.text)).toContain('邮件已排到最前');
  expect(Number((await mail())!.next)).toBeGreaterThanOrEqual(academy.clock.now());
  expect(wordsOf((await administrator.get('/office/audit?act=letter.retried')).text)).toContain('重发邮件');
});

test('an email that is being sent is not sent again at the same time, and its page says so', async () => {
  const administrator = await signedIn(academy, 'administrator');
  await academy.write(async (tx) => {
    tx.withoutAudit('an email alone');
    await tx.mail({ to: 'he.ping@academy.example', name: '何平', language: 'zh-CN', subject: '通知', body: '你好' });
  });
  const claimed = await new OutboxClaims(
    academy.app.get(UnitOfWork),
    academy.app.get(ReadDatabase),
    academy.clock,
    60_000,
  ).claim(50);
  const { id } = claimed.messages.find(({ toAddress }) => toAddress === 'he.ping@academy.example')!;
  const page = await administrator.get(`/office/outbox/${id}`);
  expect([wordsOf(page.text).includes('发送中'), page.text.includes(`/office/outbox/${id}/delivery`)]).toEqual([
    true,
    false,
  ]);
  const after = await administrator.submit(`/office/outbox/${id}/delivery`, {}, '/office/outbox');
  expect(wordsOf(after.text)).toContain('这封邮件正在发往 he.ping@academy.example');
  expect(wordsOf((await administrator.get('/office/outbox?state=sending')).text)).toContain('何平');
});

test('an email that does not exist cannot be sent', async () => {
  const administrator = await signedIn(academy, 'administrator');
  expect(
    (await administrator.post('/office/outbox/00000000-0000-7000-8000-000000000000/delivery', {}, '/office/outbox'))
      .status,
  ).toBe(404);
});
