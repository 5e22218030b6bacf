import sql from 'sql-template-tag';
import { EnrolSelf } from '../../../../src/enrolment/index.js';
import { ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import {
  AddInstructor,
  MoveSession,
  QualifyInstructor,
  sessionById,
  type SessionSlot,
  type SessionRow,
  sessionsOfCohort,
} from '../../../../src/scheduling/index.js';
import { slotOfRow } from '../../../../src/scheduling/core/data/change-facts.js';
import { aCohort, aSlot, type BuiltCohort, done } from '../../../builders/cohorts.js';
import { type BuiltTrainee, someTrainees } from '../../../builders/trainees.js';
import { TEST_START, type TestAcademy } from '../../../support/app.js';
import { type Person, person, signedIn, someone } from '../../../support/people.js';
import type { WebClient } from '../../../support/web-client.js';

export interface OutboxEmail {
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly calendar: readonly { readonly method: string; readonly text: string }[];
}

let teachers = 0;

/**
 * A published cohort with two trainees and one session, nobody waiting to be told
 * anything, and a coordinator's browser.
 */
export class NotificationScenario {
  private constructor(
    readonly academy: TestAcademy,
    readonly office: WebClient,
    readonly cohort: BuiltCohort,
    readonly session: SessionRow,
    readonly trainees: readonly [BuiltTrainee, BuiltTrainee],
  ) {}

  static async begin(academy: TestAcademy): Promise<NotificationScenario> {
    academy.clock.moveTo(TEST_START);
    const office = await signedIn(academy, 'coordinator');
    await academy.app.get(Ticker).runNow('send-bulletins');
    const reads = academy.app.get(ReadDatabase);
    for (const { id } of await reads.query<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`))
      await office.post(`/office/bulletins/${id}/dropping`, { reason: 'another story' });
    const cohort = await aCohort(academy);
    const [first, second] = (await someTrainees(academy, 2)) as [BuiltTrainee, BuiltTrainee];
    for (const trainee of [first, second]) done(await academy.app.get(EnrolSelf).execute(trainee, cohort.code));
    const [session] = await sessionsOfCohort(reads.query, cohort.id);
    return new NotificationScenario(academy, office, cohort, session!, [first, second]);
  }

  readonly reads = <Row>(query: Parameters<ReadDatabase['query']>[0]) =>
    this.academy.app.get(ReadDatabase).query<Row>(query);

  /** What the outbox holds for somebody about the timetable, oldest first. */
  async emailsTo(email: string): Promise<OutboxEmail[]> {
    const rows = await this.reads<Omit<OutboxEmail, 'calendar'> & { calendar: string | null }>(sql`
      SELECT to_address AS "to", subject AS "subject", body AS "body", calendar AS "calendar" FROM outbox_message
      WHERE to_address = ${email} AND calendar IS NOT NULL ORDER BY created_at, id`);
    return rows.map((one) => ({ ...one, calendar: JSON.parse(one.calendar ?? '[]') as OutboxEmail['calendar'] }));
  }

  async standing(): Promise<SessionRow> {
    return (await sessionById(this.reads, this.session.id))!;
  }

  /** The session at another place, as a coordinator moves it. */
  async moved(more: Partial<SessionSlot>, by: 'coordinator' | 'administrator' = 'coordinator'): Promise<void> {
    const slot = { ...slotOfRow(await this.standing()), ...more };
    done(
      await this.academy.app
        .get(MoveSession)
        .execute(await person(this.academy, by), this.session.id, { slot, seenSequence: null }),
    );
  }

  async openBulletin(): Promise<string> {
    return (await this.reads<{ id: string }>(sql`SELECT id AS "id" FROM bulletin WHERE state = 'open'`))[0]?.id ?? '';
  }

  async sendAll(): Promise<void> {
    await this.office.submit(`/office/bulletins/${await this.openBulletin()}/sending`);
  }

  /** Somebody qualified for the course, with an account. */
  async aTeacher(name: string): Promise<{ readonly id: string; readonly account: Person }> {
    teachers += 1;
    const account = await someone(this.academy, {
      name,
      email: `teacher${teachers}@academy.example`,
      roles: ['instructor'],
    });
    const administrator = await person(this.academy, 'administrator');
    const { id } = done(
      await this.academy.app.get(AddInstructor).execute(administrator, {
        name,
        latinName: null,
        email: null,
        phone: null,
        bioZh: null,
        bioEn: null,
        accountEmail: account.email,
      }),
    );
    done(
      await this.academy.app
        .get(QualifyInstructor)
        .execute(administrator, id, { courseId: this.cohort.courseId, validFrom: null, validUntil: null }),
    );
    return { id, account };
  }
}

export const span = (day: string, from: string, until: string) => {
  const { startsAt, endsAt } = aSlot(day, [from, until]);
  return { startsAt, endsAt };
};
export const ledBy = (id: string) => ({ instructors: [{ instructorId: id, role: 'lead' as const }] });
/** Where the email lets its reader answer. */
export const answerPathIn = (body: string) => /\/teaching\/answers\/[\w-]+/.exec(body)?.[0] ?? '';
/** The emails of a bulletin's page, by their keys. */
export const emailKeysIn = (links: readonly string[]) => [
  ...new Set(links.flatMap((href) => /letters\/(\w+)$/.exec(href)?.[1] ?? [])),
];
