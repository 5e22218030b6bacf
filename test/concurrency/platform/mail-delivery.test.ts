import sql from 'sql-template-tag';
import { Clock, type OutboxState, ReadDatabase, Ticker, UnitOfWork } from '../../../src/platform/index.js';
import { DELIVERY } from '../../../src/platform/mail/index.js';
import { OutboxClaims } from '../../../src/platform/mail/outbox-claims.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { ServerProcess } from '../../support/process.js';
import { MailServer } from '../../support/smtp.js';

const LISTENS = /Server listening at (http:\/\/127\.0\.0\.1:\d+)/;
const ERROR = /.*"level":(?:50|60).*/;

describe(`emails on ${DATABASE}, each sent once`, () => {
  let academy: TestAcademy;
  let mail: MailServer;
  let processes: ServerProcess[] = [];

  beforeEach(async () => {
    mail = await MailServer.start();
    academy = await TestAcademy.open();
  });
  afterEach(async () => {
    for (const one of processes) await one.close();
    processes = [];
    await academy.close();
    await mail.stop();
  });

  const write = (emails: number): Promise<void> =>
    academy.write(async (tx) => {
      tx.withoutAudit('emails alone');
      for (let n = 0; n < emails; n += 1)
        await tx.mail({ to: `p${n}@b.example`, name: 'P', language: 'en', subject: `No ${n}`, body: 'Hello' });
    });
  const count = (state: OutboxState): Promise<number> =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) AS "n" FROM outbox_message WHERE state = ${state}`);
  const start = (timing: { lease: number; claim: number }): ServerProcess => {
    const settings = { PORT: '0', PUBLIC_URL: academy.config.publicUrl, SMTP_URL: mail.url, LOG_LEVEL: 'info' };
    const one = ServerProcess.withTiming({ place: academy.config, settings }, timing);
    processes.push(one);
    return one;
  };
  const until = async (reached: () => boolean | Promise<boolean>, what: string): Promise<void> => {
    const patience = performance.now() + 120_000;
    while (!(await reached())) {
      if (performance.now() > patience)
        throw new Error(`${what} was never reached: ${processes.map(({ output }) => output.slice(-2000)).join('\n')}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const received = (): string[] => mail.received.map(({ headers }) => headers['message-id'] ?? 'none');

  if (DATABASE === 'PostgreSQL') {
    it('by two processes, even if a run takes several leases', async () => {
      const timing = { lease: 2_500, claim: 2_500 };
      const two = [start(timing), start(timing)];
      await Promise.all(two.map((one) => one.prints(LISTENS, 120_000)));
      mail.delay = 400;
      await write(24);
      await until(async () => (await count('sent')) === 24, 'the last email');
      expect([received().length, new Set(received()).size]).toEqual([24, 24]);
      expect(two.map(({ output }) => ERROR.exec(output)?.[0])).toEqual([undefined, undefined]);
    }, 300_000);
  }

  it('by a process that is stopped halfway: sent emails are recorded, the rest waits', async () => {
    mail.delay = 600;
    await write(8);
    const first = start({ lease: 30_000, claim: 60_000 });
    await until(() => mail.received.length >= 2, 'the second email');
    const [, origin] = await first.prints(LISTENS);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    first.signal('SIGTERM');
    await first.prints(/finishing requests under way/);
    await expect(fetch(`${origin}/healthz`)).rejects.toThrow();
    expect(await first.ended).toBe(0);
    expect(ERROR.exec(first.output)?.[0]).toBeUndefined();
    const sent = mail.received.length;
    expect(sent).toBeLessThan(8);
    expect([await count('sent'), await count('sending'), await count('pending')]).toEqual([sent, 0, 8 - sent]);
    mail.delay = 0;
    start({ lease: 30_000, claim: 60_000 });
    await until(async () => (await count('sent')) === 8, 'the last email');
    expect([received().length, new Set(received()).size]).toEqual([8, 8]);
  }, 300_000);

  it('except the one in progress when a process is killed, which is sent again under the same Message-ID', async () => {
    mail.delay = 250;
    await write(8);
    const first = start({ lease: 1_000, claim: 1_000 });
    await until(() => mail.received.length >= 2, 'the second email');
    first.signal('SIGKILL');
    await first.ended;
    expect(await count('sending')).toBeGreaterThan(0);
    mail.delay = 0;
    start({ lease: 1_000, claim: 1_000 });
    await until(async () => (await count('sent')) === 8, 'the last email');
    expect(new Set(received()).size).toBe(8);
    expect(received().length).toBeLessThanOrEqual(9);
  }, 300_000);
});

describe(`the claim on an email on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let mail: MailServer;
  const CLAIM = 600;

  beforeEach(async () => {
    mail = await MailServer.start();
    academy = await TestAcademy.open({ smtpUrl: mail.url, timing: { claim: CLAIM } });
    await academy.write(async (tx) => {
      tx.withoutAudit('emails alone');
      for (const to of ['a@b.example', 'b@b.example'])
        await tx.mail({ to, name: 'A', language: 'en', subject: 'Hello', body: 'Hello' });
    });
  });
  afterEach(async () => {
    await academy.close();
    await mail.stop();
  });
  const deliver = (): Promise<void> => academy.app.get(Ticker).runNow(DELIVERY);
  const later = (milliseconds: number): void => academy.clock.moveTo(academy.clock.now() + milliseconds);
  const another = (): OutboxClaims =>
    new OutboxClaims(academy.app.get(UnitOfWork), academy.app.get(ReadDatabase), academy.app.get(Clock), CLAIM);

  it('keeps other senders away until it expires, even if its process is lost', async () => {
    const claim = await another().claim(1);
    expect(claim.messages).toHaveLength(1);
    await deliver();
    expect(mail.received.map(({ to }) => to[0])).toEqual(['b@b.example']);
    later(CLAIM - 1);
    await deliver();
    expect(mail.received).toHaveLength(1);
    later(1);
    expect(await another().anyDue()).toBe(true);
    await deliver();
    expect(mail.received.map(({ to }) => to[0])).toEqual(['b@b.example', 'a@b.example']);
  });

  it('is renewed while the mail server is busy', async () => {
    mail.delay = 500;
    const sending = deliver();
    for (let waited = 0; waited < 4; waited += 1) {
      await new Promise((resolve) => setTimeout(resolve, 220));
      later(CLAIM / 2 + 10);
      expect((await another().claim(5)).messages).toEqual([]);
    }
    await sending;
    await deliver();
    expect(mail.received).toHaveLength(2);
  });

  it('gives two simultaneous senders different emails', async () => {
    mail.delay = 100;
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(mail.received.map(({ to }) => to[0]).sort()).toEqual(['a@b.example', 'b@b.example']);
  });

  it('that expired during sending leaves the email sent, however often it was claimed since', async () => {
    const slow = another();
    const late = await slow.claim(1);
    later(CLAIM);
    const next = await another().claim(1);
    expect(next.messages.map(({ id }) => id)).toEqual(late.messages.map(({ id }) => id));
    const id = late.messages[0]!.id;
    await slow.record(late, id, { state: 'sent', attempts: 1, sentAt: academy.clock.now() });
    await another().record(next, id, { state: 'pending', attempts: 1, nextAttemptAt: academy.clock.now() });
    await another().release(next, [id]);
    expect(
      await academy.app
        .get(ReadDatabase)
        .count(sql`SELECT COUNT(*) AS "n" FROM outbox_message WHERE id = ${id} AND state = 'sent'`),
    ).toBe(1);
  });
});
