import sql, { raw } from 'sql-template-tag';
import { ReadDatabase } from '../../src/platform/index.js';
import { ACCESS_MATRIX, type Visitor } from '../architecture/access-matrix.js';
import type { WindowOptions } from '../support/browser.js';
import { signedIn } from '../support/people.js';
import { COHORT, COURSE, MAIL, type Road } from './road.js';

/** Files, answers for machines, and pages that only an email's link opens. */
const NOT_PAGES =
  /\.(?:csv|xlsx|pdf|svg|png|json|jwt|tlog-proof)$|\/sessions\/preview$|\/check$|\/look$|^\/(?:api|log|status|verify\/receipts\/new|healthz|readyz|setup|sign-in|sign-up|language|calendar|academy\/logo|email-verification|email-change|password-reset\/)/;
const WHO: readonly Visitor[] = ['coordinator', 'administrator', 'instructor', 'trainee', 'visitor'];

/** Opens every page that the product has, each as somebody who may, on what the road left behind. */
export async function tourOfEveryPage(road: Road, options: WindowOptions): Promise<string[]> {
  const pages = await addresses(road);
  for (const who of WHO) {
    const window = await road.chromium.window(options);
    if (who !== 'visitor') await window.signInAs(await sessionOf(road, who));
    for (const { path } of pages.filter((one) => one.who === who))
      await window.visit(path).catch((fault: unknown) => road.chromium.problems.push(String(fault)));
    await window.close();
  }
  return pages.map(({ path }) => path);
}

async function sessionOf(road: Road, who: Exclude<Visitor, 'visitor'>): Promise<string> {
  const email = who === 'trainee' ? MAIL.second : MAIL[who as keyof typeof MAIL];
  const [account] = await road.academy.app
    .get(ReadDatabase)
    .query<{ id: string; name: string }>(sql`SELECT id AS "id", name AS "name" FROM account WHERE email = ${email}`);
  const client = await signedIn(road.academy, { id: account!.id, name: account!.name, email, roles: [who] });
  return client.cookie('session') ?? '';
}

async function addresses(road: Road): Promise<{ path: string; who: Visitor }[]> {
  const ids = await known(road);
  return [...ACCESS_MATRIX]
    .filter(([route]) => route.startsWith('GET '))
    .flatMap(([route, allowed]) => {
      const path = route.slice('GET '.length);
      const who = WHO.find((one) => allowed.includes(one));
      if (NOT_PAGES.test(path) || !who) return [];
      const filled = path.replace(/([\w-]+)\/:\w+/g, (whole, noun: string) =>
        ids[noun] ? `${noun}/${ids[noun]}` : whole,
      );
      return filled.includes(':') ? [] : [{ path: filled, who: allowed.length > 4 ? 'visitor' : who }];
    });
}

/** One of each thing, by the noun that stands before it in an address. */
async function known(road: Road): Promise<Record<string, string | undefined>> {
  const reads = road.academy.app.get(ReadDatabase);
  const first = async (table: string): Promise<string | undefined> =>
    (await reads.first<{ id: string }>(sql`SELECT id AS "id" FROM ${raw(table)} ORDER BY id LIMIT 1`))?.id;
  const [certificate] = await reads.query<{ id: string; token: string }>(
    sql`SELECT id AS "id", token AS "token" FROM certificate`,
  );
  const [enrolment] = await reads.query<{ id: string }>(
    sql`SELECT id AS "id" FROM enrolment WHERE state = 'completed'`,
  );
  return {
    courses: COURSE,
    cohorts: COHORT,
    tracks: 'CLOUD',
    rooms: 'LAB-2',
    c: certificate?.token,
    certificates: certificate?.id,
    enrolments: enrolment?.id,
    sessions: await first('session'),
    trainees: await first('trainee'),
    accounts: await first('account'),
    instructors: await first('instructor'),
    employers: await first('employer'),
    outbox: await first('outbox_message'),
  };
}
