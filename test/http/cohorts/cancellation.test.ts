import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('the cancellation of a cohort', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  test('shows how many people it notifies, emails each once, and frees the room', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const cohort = await aCohort(academy, { capacity: 2 });
    const trainees = await someTrainees(academy, 3);
    for (const trainee of trainees)
      await (
        await signedIn(academy, trainee)
      ).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
    const path = `/office/cohorts/${cohort.code}/cancellation`;
    expect(wordsOf((await browser.get(path)).text)).toContain('将发邮件通知 3 人');
    expect((await browser.post(path, { reason: ' ' })).status).toBe(422);
    const after = await browser.submit(path, { reason: '讲师生病' });
    expect(wordsOf(after.text)).toContain('正在通知 3 人');
    expect(wordsOf(after.text)).toContain('讲师生病');
    await browser.submit(path, { reason: '讲师生病' });
    const reads = academy.app.get(ReadDatabase);
    for (const { email } of trainees) {
      expect(
        await reads.count(
          sql`SELECT COUNT(*) AS "n" FROM outbox_message WHERE to_address = ${email} AND body LIKE '%讲师生病%'`,
        ),
      ).toBe(1);
    }
    expect(
      await reads.count(
        sql`SELECT COUNT(*) AS "n" FROM session WHERE cohort_id = ${cohort.id} AND state <> 'cancelled'`,
      ),
    ).toBe(0);
    expect(await reads.first(sql`SELECT state AS "state" FROM cohort WHERE id = ${cohort.id}`)).toEqual({
      state: 'cancelled',
    });
  });
});
