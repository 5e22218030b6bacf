import sql from 'sql-template-tag';
import { type CertificateFacts } from '../../../../src/certifications/index.js';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { type Row, certificateSteps } from '../certificate-steps.js';

describe('a certificate after its issue', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { certificatesOf, one, revoke } = certificateSteps(() => academy);

  describe('revoked', () => {
    it('is shown as revoked on its public page, with day and reason, and the trainee is notified', async () => {
      const { scenario, row } = await one('褚卫', null);
      expect(await revoke(row)).toContain('已吊销');
      const page = wordsOf((await academy.client().get(`/c/${row.token}`)).text);
      for (const said of ['这份证书已被吊销', '2026年3月2日', '考核成绩经复核无效']) expect(page).toContain(said);
      const emails = await academy.app
        .get(ReadDatabase)
        .query<{ subject: string }>(
          sql`SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${scenario.trainees[0]!.email}`,
        );
      expect(emails.some(({ subject }) => subject.includes('证书已吊销'))).toBe(true);
    });

    it('needs a reason, and is done once', async () => {
      const { row } = await one('蒋欣', null);
      const office = await signedIn(academy, 'administrator');
      const path = `/office/certificates/${row.id}/revocation`;
      expect((await office.post(path, { reasonClass: 'other', reason: ' ' }, path)).status).toBe(422);
      await revoke(row);
      expect((await office.post(path, { reasonClass: 'other', reason: '再次' }, path)).status).toBe(422);
    });

    it('is for the administrator: a coordinator may not', async () => {
      const { row } = await one('沈浩', null);
      const office = await signedIn(academy, 'coordinator');
      expect((await office.get(`/office/certificates/${row.id}/revocation`)).status).toBe(403);
      expect(
        (
          await office.post(
            `/office/certificates/${row.id}/revocation`,
            { reasonClass: 'other', reason: 'x' },
            '/office/certificates',
          )
        ).status,
      ).toBe(403);
    });

    it('is not issued again in bulk, but anew from its own page', async () => {
      const { scenario, row } = await one('韩梅', null);
      await revoke(row);
      const office = await signedIn(academy, 'coordinator');
      const page = wordsOf((await office.get(`/office/cohorts/${scenario.cohort.code}/certificates`)).text);
      expect(page).toContain(`证书 ${row.number} 已吊销`);
      await office.submit(
        `/office/certificates/${row.id}/replacement`,
        { name: '韩梅', latinName: '', reasonClass: 'revokedByMistake', reason: '误吊销' },
        `/office/certificates/${row.id}/replacement`,
      );
      expect((await certificatesOf(scenario)).map(({ state }) => state).sort()).toEqual(['revoked', 'valid']);
    });
  });

  describe('replaced', () => {
    it('gives a new number and page; the old one says which took its place', async () => {
      const { scenario, row } = await one('杨扬', 'Yang Yang');
      const office = await signedIn(academy, 'coordinator');
      await office.submit(
        `/office/certificates/${row.id}/replacement`,
        { name: '杨洋', latinName: 'Yang Yang', reasonClass: 'nameCorrected', reason: '更正姓名' },
        `/office/certificates/${row.id}/replacement`,
      );
      const [old, fresh] = (await certificatesOf(scenario)) as [Row, Row];
      expect([old.state, fresh.state]).toEqual(['superseded', 'valid']);
      expect(wordsOf((await academy.client().get(`/c/${old.token}`)).text)).toContain(`请查看新证书 ${fresh.number}`);
      expect((JSON.parse(fresh.facts) as CertificateFacts).recipient.name).toBe('杨洋');
      const again = await office.post(
        `/office/certificates/${old.id}/replacement`,
        { name: '杨阳', latinName: '', reasonClass: 'nameCorrected', reason: 'x' },
        `/office/certificates/${old.id}/replacement`,
      );
      expect([again.status, wordsOf(again.text)]).toEqual([
        422,
        expect.stringContaining(`已由 ${fresh.number} 取代`) as string,
      ]);
    });

    it('is refused where nothing would change', async () => {
      const { row } = await one('朱迪', null);
      const office = await signedIn(academy, 'coordinator');
      const answer = await office.post(
        `/office/certificates/${row.id}/replacement`,
        { name: '朱迪', latinName: '', reasonClass: 'nameCorrected', reason: 'x' },
        `/office/certificates/${row.id}/replacement`,
      );
      expect([answer.status, wordsOf(answer.text)]).toEqual([
        422,
        expect.stringContaining('没有需要换发的内容') as string,
      ]);
    });
  });
});
