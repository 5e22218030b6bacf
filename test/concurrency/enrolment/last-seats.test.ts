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

  test('ten are confirmed, the rest wait at the positions they were shown, and no request fails', async () => {
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
        return {
          traineeId: trainee.traineeId,
          status: answer.status,
          position: shownPosition(answer.headers.getSetCookie()),
        };
      }),
    );

    expect(answers.filter(({ status }) => status !== 303)).toEqual([]);
    expect(answers.filter(({ position }) => position === 0)).toHaveLength(SEATS);
    const rows = await academy.app.get(ReadDatabase).query<{
      traineeId: string;
      state: string;
      seatNumber: number | null;
    }>(sql`
      SELECT trainee_id AS "traineeId", state AS "state", seat_number AS "seatNumber" FROM enrolment WHERE cohort_id = ${cohort.id} ORDER BY ticket`);
    expect(rows).toHaveLength(PEOPLE);
    const seats = rows.filter(({ state }) => state === 'confirmed').map(({ seatNumber }) => seatNumber);
    expect(seats.sort((a, b) => Number(a) - Number(b))).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    const waitlist = rows.filter(({ state }) => state === 'waitlisted').map(({ traineeId }) => traineeId);
    const positions = new Map(answers.map(({ traineeId, position }) => [traineeId, position]));
    expect(waitlist.map((traineeId) => positions.get(traineeId))).toEqual(waitlist.map((_, index) => index + 1));
  }, 120_000);
});

/** The waitlist position that the next page would show: 0 with a seat. */
function shownPosition(cookies: readonly string[]): number {
  const notice =
    cookies
      .find((one) => one.startsWith('notice='))
      ?.slice('notice='.length)
      .split(';')[0] ?? '';
  const [value = ''] = decodeURIComponent(notice).split('.');
  return (JSON.parse(Buffer.from(value, 'base64url').toString()) as { values: { position: number } }).values.position;
}
