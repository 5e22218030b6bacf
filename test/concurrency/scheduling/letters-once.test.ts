import sql from 'sql-template-tag';
import { Enrol } from '../../../src/enrolment/index.js';
import { isRefused, Reads, Ticker } from '../../../src/platform/index.js';
import { MoveSession, SendBulletin, sessionsOfCohort } from '../../../src/scheduling/index.js';
import { placeOfRow } from '../../../src/scheduling/data/change-facts.js';
import { aCohort, type BuiltCohort, done } from '../../builders/cohorts.js';
import { someTrainees } from '../../builders/trainees.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { person, signedIn } from '../../support/people.js';

const HOUR = 3_600_000;

describe(`letters at the same moment on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeAll(async () => { academy = await TestAcademy.open(); });
  afterAll(() => academy.close());

  const reads = <Row>(query: Parameters<Reads['all']>[0]) => academy.app.get(Reads).all<Row>(query);
  const changes = async () => reads<{ to: string; body: string }>(sql`SELECT to_address AS "to", body AS "body" FROM outbox_message WHERE subject LIKE '课表变更%' ORDER BY created_at`);
  const openBulletins = () => reads<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`);
  const moveBy = async (cohort: BuiltCohort, hours: number) => {
    const [session] = await sessionsOfCohort(reads, cohort.id);
    const place = placeOfRow(session!);
    return academy.app.get(MoveSession).to(await person(academy, 'coordinator'), session!.id, { place: { ...place, startsAt: place.startsAt + hours * HOUR, endsAt: place.endsAt + hours * HOUR }, seenSequence: null });
  };
  const aFullCohort = async () => {
    const cohort = await aCohort(academy);
    for (const trainee of await someTrainees(academy, 3)) done(await academy.app.get(Enrol).self(trainee, cohort.code));
    return cohort;
  };

  test('two who send one bulletin, and the ticker besides, send one set of letters', async () => {
    const cohort = await aFullCohort();
    const before = (await changes()).length;
    done(await moveBy(cohort, 1));
    const [bulletin] = await openBulletins();
    const browsers = await Promise.all([signedIn(academy, 'coordinator'), signedIn(academy, 'administrator')]);
    await Promise.all(browsers.map((browser) => browser.get('/my/account')));
    academy.clock.moveTo(academy.clock.now() + 11 * 60_000);
    const answers = await Promise.all([
      ...browsers.map((browser) => browser.post(`/office/bulletins/${bulletin!.id}/sending`)), academy.app.get(Ticker).runNow('send-bulletins'), academy.app.get(Ticker).runNow('send-bulletins'),
    ]);
    expect(answers.slice(0, 2).map((one) => one?.status)).toEqual([303, 303]);
    expect((await changes()).length - before).toBe(3);
    expect(await openBulletins()).toEqual([]);
  });

  test('what changes while a bulletin is sent is told by it or by the next, never lost', async () => {
    const actor = await person(academy, 'coordinator');
    for (let round = 0; round < 8; round += 1) {
      const cohort = await aFullCohort();
      done(await moveBy(cohort, 1));
      const [bulletin] = await openBulletins();
      const [sent, moved] = await Promise.all([academy.app.get(SendBulletin).now(actor, bulletin!.id), moveBy(cohort, 2)]);
      expect([isRefused(sent), isRefused(moved)]).toEqual([false, false]);
      for (const { id } of await openBulletins()) done(await academy.app.get(SendBulletin).now(actor, id));
      const [session] = await sessionsOfCohort(reads, cohort.id);
      const last = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(session!.startsAt);
      const letters = (await changes()).filter(({ body }) => body.includes(cohort.code));
      const people = new Set(letters.map(({ to }) => to));
      expect(people.size).toBe(3);
      for (const to of people) expect(letters.filter((one) => one.to === to).at(-1)!.body).toContain(`当天 ${last}–`);
    }
  });
});
