import { SYSTEM, Ticker, UnitOfWork, refused, refuse } from '../../../src/platform/index.js';
import { DELIVERY } from '../../../src/platform/mail/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
import { shapeOf } from '../../support/mime.js';
import { MailServer } from '../../support/smtp.js';

const MINUTE = 60_000;

describe('the outbox', () => {
  let academy: TestAcademy;
  let server: MailServer;
  beforeEach(async () => {
    server = await MailServer.start();
    academy = await TestAcademy.open({ smtpUrl: server.url });
  });
  afterEach(async () => {
    await academy.close();
    await server.stop();
  });
  const deliver = (): Promise<void> => academy.app.get(Ticker).runNow(DELIVERY);

  it('delivers an email over SMTP, once, to its recipient and in that person’s language', async () => {
    await academy.client('en').post('/password-reset', { email: FOUNDER.email }, '/password-reset');
    expect(server.received).toHaveLength(0);
    await deliver();
    await deliver();
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      to: [FOUNDER.email],
      from: 'academy@academy.example',
      subject: '重设密码',
    });
    expect(server.received[0]?.text).toContain(FOUNDER.name);
  });

  it('sends a link that works as received', async () => {
    await academy.client().post('/password-reset', { email: FOUNDER.email }, '/password-reset');
    await deliver();
    const link = /http:\/\/academy\.example(\/password-reset\/\S+)/.exec(server.received[0]?.text ?? '')?.[1] ?? '';
    const client = academy.client();
    expect((await client.post(link, { password: 'Another spring 1234' }, link)).location).toBe('/sign-in');
    expect(
      (await client.post('/sign-in', { email: FOUNDER.email, password: 'Another spring 1234' }, '/sign-in')).location,
    ).toBe('/office');
  });

  it('has an HTML part with the same text, with its address as a link and its text escaped', async () => {
    await academy.write(async (tx) => {
      tx.withoutAudit('a letter alone');
      await tx.mail({
        to: 'a@b.example',
        name: 'A',
        language: 'en',
        subject: 'Two <b>',
        body: 'Dear A,\n\nfirst line & <script>x</script>\nsecond line\n\nhttp://academy.example/my/calendar\n',
      });
    });
    await deliver();
    const { root, text } = server.received[0]!;
    expect(shapeOf(root)).toBe('multipart/alternative(text/plain, text/html)');
    expect(text).toContain('first line & <script>x</script>');
    const html = root.parts[1]!.bytes.toString();
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<title>Two &lt;b&gt;</title>');
    expect(html.match(/<p [^>]*>(.*?)<\/p>/g)!.map((paragraph) => paragraph.replace(/ style="[^"]*"/g, ''))).toEqual([
      '<p>Dear A,</p>',
      '<p>first line &amp; &lt;script&gt;x&lt;/script&gt;<br>second line</p>',
      '<p><a href="http://academy.example/my/calendar">http://academy.example/my/calendar</a></p>',
    ]);
    expect(html).not.toMatch(/\ssrc=|url\(|<link|<script/);
  });

  it('retries later if the server rejects an email, and sends it once', async () => {
    server.refuseNext(2);
    await academy.client().post('/password-reset', { email: FOUNDER.email }, '/password-reset');
    await deliver();
    await deliver();
    expect(server.received).toHaveLength(0);
    academy.clock.moveTo(academy.clock.now() + MINUTE);
    await deliver();
    expect(server.received).toHaveLength(0);
    academy.clock.moveTo(academy.clock.now() + 10 * MINUTE);
    await deliver();
    await deliver();
    expect(server.received).toHaveLength(1);
  });

  it('sends nothing for a refused action', async () => {
    await academy.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      await tx.mail({ to: 'a@b.example', name: 'A', language: 'en', subject: 'Never', body: 'Never' });
      return refused(refuse('changedMind'));
    });
    await deliver();
    expect(server.received).toHaveLength(0);
  });

  it('prevents a name with a line break from forging a header', async () => {
    await academy.write(async (tx) => {
      tx.withoutAudit('a letter alone');
      await tx.mail({
        to: 'a@b.example',
        name: 'Eve\r\nBcc: all@b.example',
        language: 'en',
        subject: 'Hello\r\nBcc: all@b.example',
        body: '你好',
      });
    });
    await deliver();
    expect(server.received[0]?.to).toEqual(['a@b.example']);
    expect(server.received[0]?.headers['bcc']).toBeUndefined();
  });
});
