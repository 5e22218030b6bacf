import Database from 'better-sqlite3';
import { join } from 'node:path';
import { BeginSession } from '../../../src/accounts/index.js';
import { aCohort } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import type { BuilderAcademy } from '../../support/app.js';
import type { DataFolder } from '../data-folder.js';
import { medianPace, type Pace, sending } from '../load.js';
import { row, type Scene } from '../scene.js';
import { perSecond } from '../table.js';
import { Served } from '../served.js';

const ROUNDS = 3;
const PEOPLE = 500;
const SEATS = 250;

interface Rush {
  readonly cohortCode: string;
  /** Session cookies, one for each person. */
  readonly sessions: readonly string[];
}

/** People who press "enrol" on the cohort's page, twice as many as it has seats: half of them join the waitlist. */
export const enrolments: Scene = async (demo) => {
  const data = (await demo.settled()).copy();
  const rushes = await data.open(async (site) => {
    const made: Rush[] = [];
    for (let round = 0; round < ROUNDS; round += 1) made.push(await aRush(site));
    return made;
  });
  const product = await Served.product(data);
  try {
    const { cookie, token } = await formOf(product.origin);
    const paces: Pace[] = [];
    for (const { cohortCode, sessions } of rushes) {
      const body = new URLSearchParams({ _csrf: token }).toString();
      paces.push(
        await sending(
          `${product.origin}/cohorts/${cohortCode}/enrolments`,
          sessions.map((session) => ({ cookie: `${cookie}; session=${session}`, body })),
        ),
      );
      assertSeatsGivenOnce(data, cohortCode);
    }
    const { perSecond: rate, p50, p99 } = medianPace(paces);
    return [row(`Enrolment, ${PEOPLE} people for ${SEATS} seats`, perSecond(rate), { p50, p99 })];
  } finally {
    await product.stop();
    await data.remove();
  }
};

async function aRush(site: BuilderAcademy): Promise<Rush> {
  const { code } = await aCohort(site, { capacity: SEATS });
  const sessions: string[] = [];
  for (const trainee of await someTrainees(site, PEOPLE))
    sessions.push(await site.app.get(BeginSession).execute(trainee, 'a benchmark'));
  return { cohortCode: code, sessions };
}

/** A visitor's CSRF cookie and the matching token. */
async function formOf(origin: string): Promise<{ cookie: string; token: string }> {
  const page = await fetch(`${origin}/sign-in`, { headers: { accept: 'text/html' } });
  const cookie = page.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, token: /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? '' };
}

function assertSeatsGivenOnce(data: DataFolder, cohortCode: string): void {
  const database = new Database(join(data.path, 'academy.sqlite'), { readonly: true });
  const states = database
    .prepare<[string], { state: string; n: number }>(
      'SELECT e.state, COUNT(*) AS n FROM enrolment e JOIN cohort c ON c.id = e.cohort_id WHERE c.code = ? GROUP BY e.state ORDER BY e.state',
    )
    .all(cohortCode);
  database.close();
  const outcomeText = states.map(({ state, n }) => `${n} ${state}`).join(', ');
  if (outcomeText !== `${SEATS} confirmed, ${PEOPLE - SEATS} waitlisted`)
    throw new Error(`${cohortCode} gave ${outcomeText}`);
}
