import sql from 'sql-template-tag';
import { PlanCohort, PublishCohort } from '../../../src/cohorts/index.js';
import { PlaceSession } from '../../../src/scheduling/index.js';
import { daysAfter, ReadDatabase } from '../../../src/platform/index.js';
import { aSlot, type BuiltCohort, done } from '../../builders/cohorts.js';
import { type BuiltTrainee } from '../../builders/trainees.js';
import { type TestAcademy } from '../../support/app.js';
import { person, signedIn } from '../../support/people.js';

const HOUR = 3_600_000;

/** Steps of the tests of cancelled and restored cohorts. */
export function restorationSteps(academy: () => TestAcademy) {
  const reads = () => academy().app.get(ReadDatabase);
  const stateOf = async (code: string) =>
    (await reads().first<{ state: string; from: string | null; at: number | null }>(sql`
    SELECT state AS "state", cancelled_from AS "from", cancelled_at AS "at" FROM cohort WHERE code = ${code}`))!;
  const places = (cohortId: string) =>
    reads().query<{
      trainee: string;
      state: string;
      seat: number | null;
      until: number | null;
      ended: number | null;
      confirmed: number | null;
    }>(sql`
    SELECT trainee_id AS "trainee", state AS "state", seat_number AS "seat", offer_expires_at AS "until", ended_at AS "ended", confirmed_at AS "confirmed"
    FROM enrolment WHERE cohort_id = ${cohortId} ORDER BY ticket`);
  const sessions = async (cohortId: string) =>
    (
      await reads().query<{ state: string }>(
        sql`SELECT state AS "state" FROM session WHERE cohort_id = ${cohortId} ORDER BY number`,
      )
    ).map(({ state }) => state);
  const emails = async ({ email }: BuiltTrainee) =>
    (
      await reads().query<{ subject: string }>(sql`
    SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${email} AND created_at = ${academy().clock.now()}`)
    ).map(({ subject }) => subject);
  const enrol = async (cohort: { code: string }, ...trainees: BuiltTrainee[]): Promise<void> => {
    for (const trainee of trainees)
      await (
        await signedIn(academy(), trainee)
      ).submit(`/cohorts/${cohort.code}/enrolments`, {}, `/cohorts/${cohort.code}`);
  };
  const office = () => signedIn(academy(), 'coordinator');
  const cancel = async ({ code }: { code: string }) =>
    (await office()).submit(`/office/cohorts/${code}/cancellation`, { reason: '弄错了班次' });
  const later = (hours: number) => academy().clock.moveTo(academy().clock.now() + hours * HOUR);

  /** The same course a week later, with a seat for everybody. */
  const sibling = async ({ plan, code }: BuiltCohort): Promise<{ code: string }> => {
    const coordinator = await person(academy(), 'coordinator');
    const day = daysAfter(plan.startsOn, 7);
    const other = done(
      await academy()
        .app.get(PlanCohort)
        .execute(coordinator, { ...plan, code: `${code}-B`, startsOn: day, endsOn: day }),
    );
    done(
      await academy()
        .app.get(PlaceSession)
        .execute(coordinator, { cohortCode: other.code, slot: aSlot(day, ['09:00', '17:00']) }),
    );
    done(await academy().app.get(PublishCohort).execute(coordinator, other.id));
    return other;
  };
  return { reads, stateOf, places, sessions, emails, enrol, office, cancel, later, sibling };
}
