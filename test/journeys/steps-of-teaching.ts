import sql from 'sql-template-tag';
import { ReadDatabase } from '../../src/platform/index.js';
import { COHORT, type Road } from './road.js';

/** The cohort is confirmed and taught: the instructor keeps both registers and the results. */
export async function theCohortIsTaught(road: Road): Promise<void> {
  const coordinator = await road.window('coordinator');
  await coordinator.visit(`/office/cohorts/${COHORT}/confirmation`);
  await coordinator.send(`/office/cohorts/${COHORT}/confirmation`);
  await coordinator.visit(`/office/cohorts/${COHORT}/results`);
  await coordinator.expandAll();
  await coordinator.fill({
    nameZh: '上机考核',
    nameEn: 'Practical',
    kind: 'practical',
    fullScore: '100',
    passScore: '60',
    weight: '100',
  });
  await coordinator.send(`/office/cohorts/${COHORT}/assessments`);
  road.timePassesTo('2026-03-16', '12:00');
  const instructor = await road.signsIn('instructor');
  for (const day of ['2026-03-16', '2026-03-18']) {
    road.timePassesTo(day, '12:30');
    await instructor.visit('/teaching');
    const [session] = await road.academy.app.get(ReadDatabase).query<{ id: string }>(sql`
      SELECT s.id AS "id" FROM session s JOIN cohort c ON c.id = s.cohort_id WHERE c.code = ${COHORT} AND s.number = ${day.endsWith('16') ? 1 : 2}`);
    const register = `/sessions/${session!.id}/register`;
    await instructor.visit(register);
    await instructor.press(`form[action="${register}"] button[name="rest"]`);
    expect(await instructor.mainText()).toMatch(road.language === 'en' ? /1 present/i : /出勤 ?1/);
  }
  await instructor.visit(`/teaching/cohorts/${COHORT}/results`);
  await instructor.page.locator('main .score-cell input').fill('86');
  await instructor.send(`/teaching/cohorts/${COHORT}/results`);
}

/**
 * The coordinator completes the cohort and issues its certificates in bulk.
 * Answers the certificate's number and address.
 */
export async function theCohortIsCertified(road: Road): Promise<{ id: string; number: string; path: string }> {
  const coordinator = await road.signsIn('coordinator');
  await coordinator.visit(`/office/cohorts/${COHORT}/completion`);
  await coordinator.send(`/office/cohorts/${COHORT}/completion`);
  await coordinator.visit(`/office/cohorts/${COHORT}/certificates`);
  await coordinator.send(`/office/cohorts/${COHORT}/certificates`);
  const issued = await road.academy.app
    .get(ReadDatabase)
    .query<{ id: string; number: string; token: string }>(
      sql`SELECT id AS "id", number AS "number", token AS "token" FROM certificate`,
    );
  expect(issued).toHaveLength(1);
  const [{ id, number, token }] = issued as [{ id: string; number: string; token: string }];
  return { id, number, path: `/c/${token}` };
}

/**
 * An employer without an account:
 * a typing error is told at once, the right number shows every fact, and so does the QR code.
 */
export async function anEmployerVerifies(
  road: Road,
  { number, path }: { number: string; path: string },
): Promise<void> {
  const employer = await road.window('visitor');
  await employer.visit('/verify');
  await employer.fill({ number, name: '刘洋' });
  await employer.send('/verify');
  expect(await employer.mainText()).toContain('刘洋');
  await employer.visit(path);
  const facts = await employer.mainText();
  for (const fact of ['刘洋', number]) expect(facts).toContain(fact);
}

/** The administrator revokes, with a reason; whoever asks is told so. */
export async function theCertificateIsRevoked(road: Road, { id, path }: { id: string; path: string }): Promise<void> {
  const administrator = await road.signsIn('administrator');
  await administrator.visit(`/office/certificates/${id}/revocation`);
  await administrator.fill({ reasonClass: 'dataWrong', reason: '姓名登记有误' });
  await administrator.send(`/office/certificates/${id}/revocation`);
  const employer = await road.window('visitor');
  await employer.visit(path);
  expect(await employer.mainText()).toMatch(road.language === 'en' ? /revoked/i : /吊销/);
}
