import { createHmac } from 'node:crypto';
import sql from 'sql-template-tag';
import { ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { copyRow } from '../../../data/certifications/integrity/tampering/tamper.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { type Row, certificateSteps } from '../certificate-steps.js';
import { held } from '../held.js';
import { openReceiver, type Received, type Receiver } from './receiver.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('an employer’s webhook', () => {
  let receiver: Receiver;
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  let now = TEST_START;
  let received: Received[];
  const { one, revoke } = certificateSteps(() => academy);

  beforeAll(async () => {
    receiver = await openReceiver();
    ({ received } = receiver);
    academy = await TestAcademy.open({ env: { WEBHOOK_HOSTS: receiver.host } });
    employer = await anEmployer(academy);
  });
  afterAll(async () => {
    await academy.close();
    await receiver.close();
  });
  beforeEach(async () => {
    browser = await signedIn(academy, employer.contact);
    received.length = 0;
    receiver.status = 204;
  });

  const add = async (): Promise<{ secret: string; path: string }> => {
    academy.clock.moveTo((now += MINUTE));
    const page = await browser.post(
      '/employer/webhooks',
      {
        url: `http://${receiver.host}/in`,
        events: ['certificate.revoked', 'certificate.replaced', 'certificate.expired'],
      },
      '/employer/webhooks',
    );
    expect(page.status).toBe(201);
    const paths = [...page.text.matchAll(/\/employer\/webhooks\/[0-9a-f-]{36}/g)].map(([path]) => path);
    return { secret: /whsec_[\w+/=&#;x]+/.exec(page.text)![0].replaceAll('&#x3D;', '='), path: paths.at(-1)! };
  };
  const remove = (path: string) => browser.submit(`${path}/removal`, {}, `${path}/removal`);
  const verifyAs = (asker: BuiltEmployer, { number }: Row, name: string) =>
    academy.client(null).request({
      method: 'POST',
      path: '/api/v1/verifications',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${asker.key}` },
      payload: JSON.stringify({ purpose: '招聘', number, name }),
    });
  const later = async (milliseconds: number): Promise<void> => {
    academy.clock.moveTo((now += milliseconds));
    await academy.app.get(Ticker).runNow('webhooks');
  };
  const signedBy = (secret: string, { body, headers }: Received): boolean => {
    const signature = createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
      .update(`${headers['webhook-id'] as string}.${headers['webhook-timestamp'] as string}.${body}`)
      .digest('base64');
    return headers['webhook-signature'] === `v1,${signature}`;
  };

  it('is notified once, signed, that a certificate which the employer verified was revoked', async () => {
    const { secret, path } = await add();
    const [{ row: verified }, { row: other }] = [await one('王芳', null), await one('李四', null)];
    await verifyAs(employer, verified, '王芳');
    await verifyAs(employer, other, '别人');
    await later(MINUTE);
    await revoke(verified);
    await revoke(other);
    await later(MINUTE);
    await later(MINUTE);
    expect(received).toHaveLength(1);
    expect(JSON.parse(received[0]!.body)).toEqual({
      type: 'certificate.revoked',
      timestamp: expect.any(String) as string,
      data: {
        number: verified.number,
        url: `http://academy.example/c/${verified.token}`,
        reason: '考核成绩经复核无效',
      },
    });
    expect(received[0]!.body).not.toContain('王芳');
    expect(signedBy(secret, received[0]!)).toBe(true);
    expect(Number(received[0]!.headers['webhook-timestamp'])).toBe(Math.floor(now / 1000) - 60);
    expect(signedBy(`whsec_${Buffer.alloc(24).toString('base64')}`, received[0]!)).toBe(false);
    expect(wordsOf((await browser.get(path)).text)).toContain('已送达');
    await remove(path);
  });

  it('is also notified if the answer was stored while the revocation was under way, with a later time', async () => {
    const { path } = await add();
    const { row } = await one('周航', null);
    await verifyAs(employer, row, '周航');
    await later(MINUTE);
    await revoke(row);
    await academy.connections.write.query(
      `UPDATE verification_record SET at = at + ${2 * MINUTE} WHERE certificate_id = '${row.id}'`,
    );
    await later(MINUTE);
    expect(received.map(({ body }) => (JSON.parse(body) as { data: { number: string } }).data.number)).toEqual([
      row.number,
    ]);
    await remove(path);
  });

  it('is retried at growing intervals with the same id until it accepts; a redirect does not count', async () => {
    const { path } = await add();
    const { row } = await one('周七', null);
    await verifyAs(employer, row, '周七');
    await revoke(row);
    receiver.status = 302;
    await later(MINUTE);
    expect(received).toHaveLength(1);
    await later(MINUTE / 4);
    expect(received).toHaveLength(1);
    receiver.status = 500;
    await later(MINUTE / 2);
    await later(2 * MINUTE);
    expect(received).toHaveLength(3);
    expect(wordsOf((await browser.get(path)).text)).toContain('HTTP 500');
    receiver.status = 204;
    await later(8 * MINUTE);
    expect(new Set(received.map(({ headers }) => headers['webhook-id']))).toHaveProperty('size', 1);
    expect(received).toHaveLength(4);
    await later(DAY / 2);
    expect(received).toHaveLength(4);
    await remove(path);
  });

  it('is given up after eight tries, and sent again by hand', async () => {
    const { path } = await add();
    await browser.submit(`${path}/test`, {}, path);
    receiver.status = 503;
    for (let n = 0; n < 12; n += 1) await later(3 * DAY);
    expect(received).toHaveLength(8);
    browser = await signedIn(academy, employer.contact);
    const log = await browser.get(path);
    expect(wordsOf(log.text)).toContain('已放弃');
    receiver.status = 200;
    await browser.submit(/[^"]+\/resending/.exec(log.text)![0], {}, path);
    await later(MINUTE);
    expect(received).toHaveLength(9);
    expect(JSON.parse(received[8]!.body)).toMatchObject({ type: 'test' });
    await remove(path);
  });

  it('is notified when a certificate has expired', async () => {
    const { path } = await add();
    const { row } = await one('吴九', null, 1);
    await verifyAs(employer, row, '吴九');
    await later(20 * DAY);
    expect(received).toHaveLength(0);
    await later(20 * DAY);
    await later(DAY);
    browser = await signedIn(academy, employer.contact);
    expect(received.map(({ body }) => JSON.parse(body) as { type: string; data: { number: string } })).toEqual([
      expect.objectContaining({
        type: 'certificate.expired',
        data: expect.objectContaining({ number: row.number }) as object,
      }),
    ]);
    await remove(path);
  });

  it('hears nothing after it is removed, nor of what another employer verified', async () => {
    const { path } = await add();
    const other = await anEmployer(academy);
    const { row } = await one('郑十', null);
    await verifyAs(other, row, '郑十');
    await revoke(row);
    await later(MINUTE);
    expect(received).toHaveLength(0);
    await remove(path);
    expect((await browser.get(path)).status).toBe(404);
    expect((await (await signedIn(academy, other.contact)).get(path)).status).toBe(404);
  });

  it('hears no reason of a certificate that its holder does not show', async () => {
    const { path } = await add();
    const { row, holder, path: own } = await held(academy, '孙三');
    await verifyAs(employer, row, '孙三');
    await holder.submit(`${own}/hiding`, {}, own);
    await revoke(row);
    await later(MINUTE);
    expect(JSON.parse(received[0]!.body)).toMatchObject({ data: { number: row.number, reason: null } });
    await remove(path);
  });

  it('must be a public address and subscribe to at least one event', async () => {
    for (const url of ['http://hooks.example.com/in', 'https://127.0.0.1/', 'https://localhost/']) {
      const answer = await browser.post(
        '/employer/webhooks',
        { url, events: ['certificate.revoked'] },
        '/employer/webhooks',
      );
      expect(answer.status).toBe(422);
      expect(wordsOf(answer.text)).toContain('https://');
    }
    expect(
      (await browser.post('/employer/webhooks', { url: 'https://hooks.example.com/in' }, '/employer/webhooks')).status,
    ).toBe(422);
  });

  it('hears what the certificate’s record says, whatever somebody wrote into the queue', async () => {
    const { path } = await add();
    const [{ row: revoked }, { row: valid }] = [await one('赵一', null), await one('钱二', null)];
    await verifyAs(employer, revoked, '赵一');
    await verifyAs(employer, valid, '钱二');
    await revoke(revoked);
    receiver.status = 503;
    await later(MINUTE);
    const run = <T>(text: string): Promise<T[]> => academy.connections.write.query(text);
    await run(`UPDATE webhook_delivery SET body = '{"data":{"number":"${valid.number}"}}'`);
    await copyRow(run, {
      table: 'webhook_delivery',
      where: `certificate_id = '${revoked.id}'`,
      changes: { id: '00000000-0000-7000-8000-0000000000e1', certificate_id: valid.id },
    });
    [receiver.status, received.length] = [204, 0];
    for (let n = 0; n < 3; n += 1) await later(3 * MINUTE);
    expect(received.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { data: { number: revoked.number } },
    ]);
    expect(wordsOf((await browser.get(path)).text)).toContain('证书记录未能核验，暂未发送');
    await remove(path);
  });

  it('has its secret in the database only encrypted', async () => {
    const { secret, path } = await add();
    const rows = await academy.app
      .get(ReadDatabase)
      .query<{ sealed: string }>(sql`SELECT sealed_secret AS "sealed" FROM webhook`);
    expect(
      rows.some(({ sealed }) => Buffer.from(sealed, 'base64').toString('latin1').includes(secret.slice(6, 20))),
    ).toBe(false);
    await remove(path);
  });
});
