import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

describe('a coordinator pastes a list of people', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const states = async (cohortId: string): Promise<string[]> => {
    const rows = await academy.app
      .get(ReadDatabase)
      .query<{ state: string }>(
        sql`SELECT state AS "state" FROM enrolment WHERE cohort_id = ${cohortId} ORDER BY ticket`,
      );
    return rows.map(({ state }) => state);
  };

  test('previews seats, waitlist and unknown people, then enrols in the list’s order; a second confirmation changes nothing', async () => {
    const cohort = await aCohort(academy, { capacity: 2 });
    const people = await someTrainees(academy, 3);
    const browser = await signedIn(academy, 'coordinator');
    const address = `/office/cohorts/${cohort.code}/roster/import`;
    const list = [
      ...people.map(({ name, email }) => `${name}\t${email}`),
      '无此人\tnobody@example.com',
      `${people[0]!.name}\t${people[0]!.email}`,
    ].join('\n');
    const preview = await browser.post(address, { people: list }, address);
    expect(wordsOf(preview.text)).toContain('2 人得到名额');
    expect(wordsOf(preview.text)).toContain('1 人进入候补');
    expect(wordsOf(preview.text)).toContain('没有登记过这个人');
    expect(wordsOf(preview.text)).toContain('前面已有同一个人');
    expect(await states(cohort.id)).toEqual([]);
    const ids = [...preview.text.matchAll(/name="traineeId" value="([^"]+)"/g)].map(([, id]) => id ?? '');
    expect(ids).toEqual(people.map(({ traineeId }) => traineeId));
    for (let sent = 0; sent < 2; sent += 1) await browser.submit(`${address}/confirmation`, { traineeId: ids });
    expect(await states(cohort.id)).toEqual(['confirmed', 'confirmed', 'waitlisted']);
  });

  test('refuses an empty list and one that is too long, keeping the pasted text', async () => {
    const cohort = await aCohort(academy);
    const browser = await signedIn(academy, 'coordinator');
    const address = `/office/cohorts/${cohort.code}/roster/import`;
    expect((await browser.post(address, { people: '' }, address)).status).toBe(422);
    const long = Array.from({ length: 301 }, (_, index) => `学员${index}`).join('\n');
    const answer = await browser.post(address, { people: long }, address);
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('一次最多 300 人');
    expect(answer.text).toContain('学员300');
  });
});
