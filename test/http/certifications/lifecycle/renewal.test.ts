import sql from 'sql-template-tag';
import { PrerequisitesByCertificates, SignCertificates } from '../../../../src/certifications/index.js';
import { ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { disableTriggers } from '../../../support/behind-the-back.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';

const A_DAY = 24 * 3600_000;
/** Issued on 2 March 2026 for 12 months: its last day is 2 March 2027. */
const LAST_DAY = TEST_START + 365 * A_DAY;

describe('a certificate that ends', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one, revoke } = certificateSteps(() => academy);

  const following = (id: string) =>
    academy.app.get(ReadDatabase).first<{
      id: string;
      token: string;
      number: string;
      expiresOn: string;
      state: string;
    }>(sql`
    SELECT id AS "id", token AS "token", number AS "number", expires_on AS "expiresOn", state AS "state" FROM certificate WHERE supersedes_id = ${id}`);
  const stateOf = async (id: string) =>
    (
      await academy.app
        .get(ReadDatabase)
        .first<{ state: string }>(sql`SELECT state AS "state" FROM certificate WHERE id = ${id}`)
    )?.state;
  const emailsTo = async (email: string, subject: string) =>
    (
      await academy.app.get(ReadDatabase).query<{ subject: string; body: string }>(sql`
    SELECT subject AS "subject", body AS "body" FROM outbox_message WHERE to_address = ${email}`)
    ).filter((mail) => mail.subject.includes(subject));

  describe('is renewed', () => {
    it('from the old last day, beside the old one, which holds until then and says so', async () => {
      const { scenario, row } = await one('续小', 'Xu Xiao', 12);
      const path = `/office/certificates/${row.id}/renewal`;
      const office = await signedIn(academy, 'coordinator');
      expect(wordsOf((await office.get(path)).text)).toContain('到期前 90 天起才能续证，即 2026年12月2日 起');
      expect((await office.post(path, {}, path)).status).toBe(422);
      academy.clock.moveTo(LAST_DAY - 30 * A_DAY);
      const again = await signedIn(academy, 'coordinator');
      expect(wordsOf((await again.submit(path, {}, path)).text)).toContain('有效期至 2028年3月2日');
      const fresh = (await following(row.id))!;
      expect([fresh.expiresOn, fresh.state, await stateOf(row.id)]).toEqual(['2028-03-02', 'valid', 'valid']);
      const old = wordsOf((await academy.client().get(`/c/${row.token}`)).text);
      for (const said of ['这份证书有效', '已续证，新证书', fresh.number]) expect(old).toContain(said);
      expect(wordsOf((await academy.client('en').get(`/c/${fresh.token}`)).text)).toContain(`Renews: ${row.number}`);
      expect(await emailsTo(scenario.trainees[0]!.email, '已续证')).toHaveLength(1);
      expect((await again.post(path, {}, path)).status).toBe(422);
      academy.clock.moveTo(LAST_DAY + 2 * A_DAY);
      const { traineeId } = scenario.trainees[0]!;
      const held = async (day: string) => {
        const all = await academy.app
          .get(PrerequisitesByCertificates)
          .heldBy((query) => academy.app.get(ReadDatabase).query(query), [traineeId], day);
        return [...all.get(traineeId)!];
      };
      expect([await held('2027-03-03'), await held('2028-03-03')]).toEqual([[scenario.achievementId], []]);
      expect(wordsOf((await academy.client().get(`/c/${row.token}`)).text)).toContain('这份证书已过期');
    });

    it('and revoked afterwards is revoked, not replaced: its page and the log tell both apart', async () => {
      const { row } = await one('续后', null, 12);
      const path = `/office/certificates/${row.id}/renewal`;
      academy.clock.moveTo(LAST_DAY - 30 * A_DAY);
      await (await signedIn(academy, 'coordinator')).submit(path, {}, path);
      await revoke(row);
      const fresh = (await following(row.id))!;
      const page = wordsOf((await academy.client('en').get(`/c/${row.token}`)).text);
      expect(page).toMatch(/This certificate has been revoked.*Renewed/);
      expect(page).not.toContain(`Replaced by: ${fresh.number}`);
      await academy.app.get(SignCertificates).execute();
      const kinds = await academy.app
        .get(ReadDatabase)
        .query<{ kind: string }>(
          sql`SELECT kind AS "kind" FROM log_entry WHERE certificate_id = ${row.id} ORDER BY position`,
        );
      expect(kinds.map(({ kind }) => kind)).toEqual(['issue', 'revoke']);
    });

    it('from the day of approval where the achievement’s rule says so', async () => {
      const { scenario, row } = await one('从批', null, 12);
      const administrator = await signedIn(academy, 'administrator');
      const rule = `/office/renewal-rules/A-${scenario.cohort.courseCode}`;
      expect(
        (
          await administrator.post(
            rule,
            { offered: 'maybe', countedFrom: 'approval', months: '0', opensDays: '60', graceDays: '30' },
            rule,
          )
        ).status,
      ).toBe(422);
      await administrator.submit(
        rule,
        { offered: 'onRequest', countedFrom: 'approval', months: '24', opensDays: '60', graceDays: '30' },
        rule,
      );
      academy.clock.moveTo(LAST_DAY + 10 * A_DAY);
      await (
        await signedIn(academy, 'coordinator')
      ).submit(`/office/certificates/${row.id}/renewal`, {}, `/office/certificates/${row.id}/renewal`);
      expect((await following(row.id))?.expiresOn).toBe('2029-03-12');
    });

    it('hidden, where the old one is hidden', async () => {
      const { scenario, row } = await one('隐身', null, 12);
      academy.clock.moveTo(LAST_DAY);
      const holder = await signedIn(academy, scenario.trainees[0]!);
      await holder.submit(`/my/certificates/${row.id}/hiding`, {}, `/my/certificates/${row.id}`);
      await (
        await signedIn(academy, 'coordinator')
      ).submit(`/office/certificates/${row.id}/renewal`, {}, `/office/certificates/${row.id}/renewal`);
      const fresh = (await following(row.id))!;
      expect(wordsOf((await academy.client().get(`/c/${fresh.token}`)).text)).toContain('持证人现在不公开');
    });

    it('when its holder asks and the academy agrees; or the holder reads why not', async () => {
      const [agreed, declined] = [await one('同意', null, 12), await one('不准', null, 12)];
      academy.clock.moveTo(LAST_DAY - 10 * A_DAY);
      for (const { scenario, row } of [agreed, declined]) {
        const holder = await signedIn(academy, scenario.trainees[0]!);
        const path = `/my/certificates/${row.id}`;
        expect(
          wordsOf((await holder.submit(`${path}/renewal-requests`, { note: '今年参加了 20 学时继续教育' }, path)).text),
        ).toContain('申请了续证');
        const twice = await holder.post(`${path}/renewal-requests`, { note: '' }, path);
        expect([twice.status, wordsOf(twice.text)]).toEqual([422, expect.stringContaining('已经申请过续证') as string]);
      }
      const office = await signedIn(academy, 'coordinator');
      expect(wordsOf((await office.get('/office/certificates?due=asked')).text)).toContain(agreed.row.number);
      const page = (id: string) => `/office/certificates/${id}/renewal`;
      expect(wordsOf((await office.get(page(agreed.row.id))).text)).toContain('20 学时继续教育');
      await office.submit(page(agreed.row.id), {}, page(agreed.row.id));
      await office.submit(`${page(declined.row.id)}/declining`, { answer: '继续教育学时不足' }, page(declined.row.id));
      expect((await following(agreed.row.id))?.state).toBe('valid');
      expect(await following(declined.row.id)).toBeNull();
      const holder = await signedIn(academy, declined.scenario.trainees[0]!);
      expect(wordsOf((await holder.get(`/my/certificates/${declined.row.id}`)).text)).toContain('继续教育学时不足');
      expect(
        (await emailsTo(declined.scenario.trainees[0]!.email, '没有通过'))[0]?.body ??
          (await emailsTo(declined.scenario.trainees[0]!.email, '未通过'))[0]?.body,
      ).toContain('继续教育学时不足');
      expect(wordsOf((await office.get('/office/certificates?due=asked')).text)).not.toContain(agreed.row.number);
    });
  });

  describe('its holder is reminded', () => {
    const remind = () => academy.app.get(Ticker).runNow('expiry-reminders');

    it('60, 30 and 7 days before, each once, and not after a renewal', async () => {
      const { scenario, row } = await one('提醒', null, 12);
      const email = scenario.trainees[0]!.email;
      const soFar: number[] = [];
      for (const left of [61, 60, 59, 30, 30, 7, 1, -1]) {
        academy.clock.moveTo(LAST_DAY - left * A_DAY);
        await remind();
        await remind();
        soFar.push((await emailsTo(email, '到期')).length);
      }
      expect(soFar).toEqual([0, 1, 1, 2, 2, 3, 3, 3]);
      const [first] = await emailsTo(email, '到期');
      for (const said of ['还有 60 天', '2027年3月2日', `/my/certificates/${row.id}`, '请在“我的证书”里申请'])
        expect(first?.body).toContain(said);
    });

    it('no more once it is renewed or revoked', async () => {
      const [renewed, revoked] = [await one('已续', null, 12), await one('已吊', null, 12)];
      academy.clock.moveTo(LAST_DAY - 80 * A_DAY);
      await (
        await signedIn(academy, 'coordinator')
      ).submit(`/office/certificates/${renewed.row.id}/renewal`, {}, `/office/certificates/${renewed.row.id}/renewal`);
      await revoke(revoked.row);
      academy.clock.moveTo(LAST_DAY - 50 * A_DAY);
      await remind();
      for (const { scenario } of [renewed, revoked])
        expect(await emailsTo(scenario.trainees[0]!.email, '到期')).toEqual([]);
    });

    it('of no certificate whose record was altered', async () => {
      const { scenario, row } = await one('被改', null, 12);
      const giveBack = await disableTriggers(academy, ['certificate']);
      await academy.connections.write.query(`UPDATE certificate SET recipient_name = '冒名' WHERE id = '${row.id}'`);
      academy.clock.moveTo(LAST_DAY - 60 * A_DAY);
      await remind();
      expect(await emailsTo(scenario.trainees[0]!.email, '到期')).toEqual([]);
      expect(academy.takeErrors().join()).toContain('is not what was bound');
      await academy.connections.write.query(`UPDATE certificate SET recipient_name = '被改' WHERE id = '${row.id}'`);
      await giveBack();
    });

    it('by two processes at once, once', async () => {
      const { scenario } = await one('双份', null, 12);
      academy.clock.moveTo(LAST_DAY - 60 * A_DAY);
      await Promise.all([remind(), remind(), remind()]);
      expect(await emailsTo(scenario.trainees[0]!.email, '到期')).toHaveLength(1);
    });
  });
});
