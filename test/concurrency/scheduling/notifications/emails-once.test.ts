import sql from 'sql-template-tag';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { MoveSession, SendBulletin, sessionsOfCohort } from '../../../../src/scheduling/index.js';
import { slotOfRow } from '../../../../src/scheduling/core/data/change-facts.js';
import { aCohort, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { someTrainees } from '../../../builders/trainees.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { person, signedIn } from '../../../support/people.js';

const HOUR = 3_600_000;

describe(`letters at the same moment on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) => academy.app.get(ReadDatabase).query<Row>(query);
  const changes = async () =>
    reads<{ to: string; body: string }>(
      sql`SELECT to_address AS "to", body AS "body" FROM outbox_message WHERE subject LIKE '课表变更%' ORDER BY created_at, id`,
    );
  const openBulletins = () => reads<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`);
  const moveBy = async (cohort: BuiltCohort, hours: number) => {
    const [session] = await sessionsOfCohort(reads, cohort.id);
    const slot = slotOfRow(session!);
    return academy.app.get(MoveSession).execute(await person(academy, 'coordinator'), session!.id, {
      slot: { ...slot, startsAt: slot.startsAt + hours * HOUR, endsAt: slot.endsAt + hours * HOUR },
      seenSequence: null,
    });
  };
  const aFullCohort = async () => {
    const cohort = await aCohort(academy);
    for (const trainee of await someTrainees(academy, 3))
      done(await academy.app.get(EnrolSelf).execute(trainee, cohort.code));
    return cohort;
  };

  test('two people and the ticker send one bulletin as one set of emails', async () => {
    const cohort = await aFullCohort();
    const before = (await changes()).length;
    done(await moveBy(cohort, 1));
    const [bulletin] = await openBulletins();
    const browsers = await Promise.all([signedIn(academy, 'coordinator'), signedIn(academy, 'administrator')]);
    await Promise.all(browsers.map((browser) => browser.get('/my/account')));
    academy.clock.moveTo(academy.clock.now() + 11 * 60_000);
    const answers = await Promise.all([
      ...browsers.map((browser) => browser.post(`/office/bulletins/${bulletin!.id}/sending`)),
      academy.app.get(Ticker).runNow('send-bulletins'),
      academy.app.get(Ticker).runNow('send-bulletins'),
    ]);
    expect(answers.slice(0, 2).map((one) => one?.status)).toEqual([303, 303]);
    expect((await changes()).length - before).toBe(3);
    expect(await openBulletins()).toEqual([]);
  });

  test('changes made while a bulletin is being sent go into the next one', async () => {
    const actor = await person(academy, 'coordinator');
    const cohort = await aFullCohort();
    done(await moveBy(cohort, 1));
    const [bulletin] = await openBulletins();
    const sending = academy.write(async () => {
      done(await academy.app.get(SendBulletin).execute(actor, bulletin!.id));
      await new Promise((resolve) => {
        setTimeout(resolve, 700);
      });
    });
    await new Promise((resolve) => {
      setTimeout(resolve, 100);
    });
    const [, moved] = await Promise.all([sending, moveBy(cohort, 2)]);
    done(moved);
    const [next] = await openBulletins();
    expect(next!.id).not.toBe(bulletin!.id);
    done(await academy.app.get(SendBulletin).execute(actor, next!.id));
    const emails = (await changes()).filter(({ body }) => body.includes(cohort.code));
    expect(emails).toHaveLength(6);
    for (const { body } of emails.slice(3)) expect(body).toContain('10:00–18:00 → 当天 12:00–20:00');
  });
});
