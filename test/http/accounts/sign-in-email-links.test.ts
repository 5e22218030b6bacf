import sql from 'sql-template-tag';
import { ReadDatabase, Ticker } from '../../../src/platform/index.js';
import { THEIR_PASSWORD } from '../../support/passwords.js';
import { signedIn, someone } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { EmailChangeStage, HOUR } from './email-change-stage.js';

const password = THEIR_PASSWORD;

describe('the link of a new sign-in email', () => {
  let stage: EmailChangeStage;
  beforeAll(async () => {
    stage = await EmailChangeStage.open();
  });
  beforeEach(() => stage.next());
  afterAll(() => stage.academy.close());

  const over = async (link: string) => {
    expect(wordsOf((await stage.browser.get(link)).text)).toContain('这个链接已用过、已过期');
    expect((await stage.browser.post(link, {}, '/my/account')).status).toBe(422);
    expect((await stage.academy.client().post(link, { password }, '/sign-in')).status).toBe(422);
  };

  it('works once', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    await stage.browser.post(link, {}, link);
    await over(link);
    expect(await stage.emailOf(stage.owner)).toBe(stage.fresh);
  });

  it('ends after two hours', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    stage.academy.clock.moveTo(stage.academy.clock.now() + 2 * HOUR - 1);
    expect((await stage.browser.get(link)).text).toContain(stage.fresh);
    stage.academy.clock.moveTo(stage.academy.clock.now() + 1);
    await over(link);
    expect(wordsOf((await stage.browser.get('/my/account')).text)).not.toContain('尚未确认');
  });

  it('leaves no address behind once it is over', async () => {
    const waiting = () =>
      stage.academy.app
        .get(ReadDatabase)
        .count(sql`SELECT COUNT(*) AS "n" FROM email_change WHERE new_email = ${stage.fresh}`);
    await stage.ask();
    stage.academy.clock.moveTo(stage.academy.clock.now() + 2 * HOUR - 1);
    const tidy = () => stage.academy.app.get(Ticker).runNow('expired-web-sessions');
    await tidy();
    expect(await waiting()).toBe(1);
    stage.academy.clock.moveTo(stage.academy.clock.now() + 1);
    await tidy();
    expect(await waiting()).toBe(0);
  });

  it('ends with a newer request', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    await stage.ask(`second.${stage.fresh}`);
    await over(link);
    expect((await stage.browser.get(await stage.linkTo(`second.${stage.fresh}`))).text).toContain(
      `second.${stage.fresh}`,
    );
  });

  it('ends with a new password', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    const change = { old: password, fresh: 'the lake of Daming' };
    expect((await stage.browser.post('/my/account/password', change, '/my/account')).status).toBe(303);
    await over(link);
  });

  it('ends with a new password by a mailed link, as the letter to the old address advises', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    await stage.academy.client().post('/password-reset', { email: stage.owner.email }, '/password-reset');
    const reset = /\/password-reset\/\S+/.exec((await stage.letters()).at(-1)!.body)![0];
    expect((await stage.academy.client().post(reset, { password: 'the lake of Daming' }, reset)).status).toBe(303);
    expect((await stage.academy.client().post(link, { password: 'the lake of Daming' }, '/sign-in')).status).toBe(422);
    expect(await stage.emailOf(stage.owner)).toBe(stage.owner.email);
  });

  it('ends with a suspension', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    const administrator = await signedIn(stage.academy, 'administrator');
    const path = `/office/accounts/${stage.owner.id}`;
    await administrator.submit(`${path}/suspension`, {}, `${path}/suspension`);
    await administrator.submit(`${path}/reinstatement`, {}, path);
    expect((await stage.academy.client().post(link, { password }, '/sign-in')).status).toBe(422);
    expect(await stage.emailOf(stage.owner)).toBe(stage.owner.email);
  });

  it('that somebody made up opens nothing', () => over(`/email-change/${'A'.repeat(27)}`));

  it('is not stored', async () => {
    await stage.ask();
    const token = (await stage.linkTo()).split('/').at(-1)!;
    const rows = await stage.academy.app
      .get(ReadDatabase)
      .query<{ fingerprint: string }>(
        sql`SELECT fingerprint AS "fingerprint" FROM email_change WHERE account_id = ${stage.owner.id}`,
      );
    expect(rows).toHaveLength(1);
    expect(rows[0]!.fingerprint).toMatch(/^[0-9a-f]{64}$/);
    expect(rows[0]!.fingerprint).not.toContain(token);
  });

  it('is refused with a reason if the address has an account by now', async () => {
    await stage.ask();
    const link = await stage.linkTo();
    await someone(stage.academy, { name: '又一人', email: stage.fresh, roles: ['trainee'] });
    const refused = await stage.browser.post(link, {}, link);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain(`${stage.fresh} 已经有账户`);
    expect(await stage.emailOf(stage.owner)).toBe(stage.owner.email);
  });
});
