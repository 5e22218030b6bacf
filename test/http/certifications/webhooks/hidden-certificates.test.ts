import { Ticker } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type WebClient, wordsOf } from '../../../support/web-client.js';
import { type Row, certificateSteps } from '../certificate-steps.js';
import { openReceiver, type Received, type Receiver } from './receiver.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('an employer’s webhook, of certificates that their holders hide,', () => {
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

  const add = async (): Promise<{ path: string }> => {
    academy.clock.moveTo((now += MINUTE));
    const events = ['certificate.revoked', 'certificate.replaced', 'certificate.expired'];
    const page = await browser.post(
      '/employer/webhooks',
      { url: `http://${receiver.host}/in`, events },
      '/employer/webhooks',
    );
    return { path: /\/employer\/webhooks\/[0-9a-f-]{36}/.exec(page.text)![0] };
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

  it('hears only of a revocation, also if it was hidden while a message waited', async () => {
    const { path } = await add();
    const [kept, hidden, late] = [await one('孙四', null), await one('孙五', null, 1), await one('孙六', null, 1)];
    const hide = async ({ row: { id }, scenario }: typeof kept): Promise<void> => {
      const own = `/my/certificates/${id}`;
      await (await signedIn(academy, scenario.trainees[0]!)).submit(`${own}/hiding`, {}, own);
    };
    await verifyAs(employer, kept.row, '孙四');
    await verifyAs(employer, hidden.row, '孙五');
    await verifyAs(employer, late.row, '孙六');
    await hide(hidden);
    receiver.status = 503;
    await later(40 * DAY);
    expect(received.map(({ body }) => (JSON.parse(body) as { data: { number: string } }).data.number)).toEqual([
      late.row.number,
    ]);
    await hide(late);
    [receiver.status, received.length] = [204, 0];
    await later(DAY);
    browser = await signedIn(academy, employer.contact);
    expect(wordsOf((await browser.get(path)).text)).toContain('持证人现在不公开这份证书，未发送');
    // The look goes on: what changes later is told.
    await revoke(kept.row);
    await later(MINUTE);
    expect(received.map(({ body }) => (JSON.parse(body) as { data: { number: string } }).data.number)).toEqual([
      kept.row.number,
    ]);
    await remove(path);
  });
});
