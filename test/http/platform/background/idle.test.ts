import { setTimeout as wait } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { anEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { signedIn } from '../../../support/people.js';
import { ServerProcess } from '../../../support/process.js';
import { MailServer } from '../../../support/smtp.js';
import { certificateSteps } from '../../certifications/certificate-steps.js';

/** Milliseconds: longer than the interval of the most frequent tasks. */
const A_WHILE = 5_000;

describe(`an idle product on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let mail: MailServer;
  let server: ServerProcess | null = null;
  beforeAll(async () => {
    mail = await MailServer.start();
    academy = await TestAcademy.open({ env: { WEBHOOK_HOSTS: 'hooks.example:1' } });
  });
  afterAll(async () => {
    await server?.close();
    await academy.close();
    await mail.stop();
  });

  /** Changes with every commit of another connection. */
  const changes = async (): Promise<unknown> => {
    if (DATABASE === 'SQLite') return academy.connections.read.query('PRAGMA data_version');
    await wait(1_500);
    return academy.app
      .get(ReadDatabase)
      .query(sql`SELECT SUM(n_tup_ins + n_tup_upd + n_tup_del) AS "n" FROM pg_stat_user_tables`);
  };

  it('writes nothing, with a certificate, a webhook and a mail server', async () => {
    await certificateSteps(() => academy).one('王芳');
    const employer = await anEmployer(academy);
    const browser = await signedIn(academy, employer.contact);
    await browser.post(
      '/employer/webhooks',
      { url: 'https://hooks.example.com/in', events: ['certificate.revoked'] },
      '/employer/webhooks',
    );
    // The demo's past leaves overdue maintenance: the process first does that, and then is quiet.
    server = ServerProcess.withTiming(
      { place: academy.config, settings: { PORT: '0', PUBLIC_URL: academy.config.publicUrl, SMTP_URL: mail.url } },
      {},
    );
    await server.prints(/Server listening at/, 60_000);
    let before: unknown = null;
    // On a busy machine, overdue maintenance has pauses.
    for (let [looks, quiet] = [0, 0]; looks < 20 && quiet < 3; looks += 1) {
      const now = await changes();
      await wait(A_WHILE);
      before = await changes();
      quiet = JSON.stringify(now) === JSON.stringify(before) ? quiet + 1 : 0;
    }
    await wait(A_WHILE);
    expect(await changes()).toEqual(before);
    expect(/.*"level":(?:50|60).*/.exec(server.output)?.[0]).toBeUndefined();
  }, 300_000);
});
