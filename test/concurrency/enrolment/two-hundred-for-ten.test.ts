import sql from 'sql-template-tag';
import { BeginSession } from '../../../src/accounts/index.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { tokenIn } from '../../support/web-client.js';

const PEOPLE = 200;
const SEATS = 10;

describe(`two hundred trainees press “enrol” at the same moment for ten seats (${DATABASE})`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  test('ten are confirmed, the rest wait in the order that they were told, nobody meets an error', async () => {
    const origin = await academy.listen();
    const cohort = await aCohort(academy, { capacity: SEATS });
    const trainees = await someTrainees(academy, PEOPLE);
    const browsers = await Promise.all(
      trainees.map(async (trainee) => {
        const session = await academy.app.get(BeginSession).execute(trainee, 'a phone');
        const page = await fetch(`${origin}/cohorts/${cohort.code}`, {
          headers: { cookie: `session=${session}`, accept: 'text/html' },
        });
        const csrf = page.headers
          .getSetCookie()
          .map((one) => one.split(';')[0])
          .join('; ');
        return { trainee, cookie: `session=${session}; ${csrf}`, token: tokenIn(await page.text()) ?? '' };
      }),
    );

    const answers = await Promise.all(
      browsers.map(async ({ trainee, cookie, token }) => {
        const answer = await fetch(`${origin}/cohorts/${cohort.code}/enrolments`, {
          method: 'POST',
          redirect: 'manual',
          headers: { cookie, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
          body: new URLSearchParams({ _csrf: token }),
        });
        await answer.text();
        return { traineeId: trainee.traineeId, status: answer.status, told: toldPlace(answer.headers.getSetCookie()) };
      }),
    );

    expect(answers.filter(({ status }) => status !== 303)).toEqual([]);
    expect(answers.filter(({ told }) => told === 0)).toHaveLength(SEATS);
    const rows = await academy.app.get(ReadDatabase).query<{
      traineeId: string;
      state: string;
      seatNumber: number | null;
    }>(sql`
      SELECT trainee_id AS "traineeId", state AS "state", seat_number AS "seatNumber" FROM enrolment WHERE cohort_id = ${cohort.id} ORDER BY ticket`);
    expect(rows).toHaveLength(PEOPLE);
    const seats = rows.filter(({ state }) => state === 'confirmed').map(({ seatNumber }) => seatNumber);
    expect(seats.sort((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const line = rows.filter(({ state }) => state === 'waitlisted').map(({ traineeId }) => traineeId);
    const told = new Map(answers.map((one) => [one.traineeId, one.told]));
    expect(line.map((traineeId) => told.get(traineeId))).toEqual(line.map((_, index) => index + 1));
  }, 120_000);
});

/** The place that the next page would tell: 0 with a seat. */
function toldPlace(cookies: readonly string[]): number {
  const notice =
    cookies
      .find((one) => one.startsWith('notice='))
      ?.slice('notice='.length)
      .split(';')[0] ?? '';
  const [value = ''] = decodeURIComponent(notice).split('.');
  return (JSON.parse(Buffer.from(value, 'base64url').toString()) as { values: { place: number } }).values.place;
}
