import sql from 'sql-template-tag';
import { CompleteCohort, MarkAttendance, RecordResults } from '../../../../src/attendance/index.js';
import { daysAfter, instantOf } from '../../../../src/platform/index.js';
import { ASSESSMENTS } from '../content/assessments.js';
import type { PlannedCohort } from '../content/cohorts/planned-cohort.js';
import { conductOf, type Conduct, excuseFor } from '../content/conduct.js';
import type { PlannedEnrolment } from '../content/enrolment-plan.js';
import { done, required, type DemoContext } from './stage.js';

interface Seated {
  readonly enrolmentId: string;
  readonly trainee: number;
  readonly conduct: Conduct;
}

/** Registers, results and completion of one cohort, entered by its instructor and completed by the office. */
export class TeachingEvents {
  readonly #finishes: ReadonlyMap<number, boolean>;

  constructor(
    private readonly stage: DemoContext,
    private readonly cohort: PlannedCohort,
    enrolments: readonly PlannedEnrolment[],
  ) {
    this.#finishes = new Map(enrolments.map(({ trainee, finishes }) => [trainee, finishes]));
  }

  schedule(): void {
    const { fate, sessions, endsOn } = this.cohort;
    if (!['certified', 'completed', 'ended', 'running'].includes(fate)) return;
    for (const [at, { endsAt }] of sessions.entries()) {
      // One register of the cohort that has just ended is left unmarked.
      if (fate !== 'ended' || at < sessions.length - 1)
        this.stage.timeline.at(endsAt + 600_000, () => this.#markSession(at));
    }
    if (fate !== 'certified' && fate !== 'completed') return;
    this.stage.timeline.at(instantOf(daysAfter(endsOn, 1), '17:00'), () => this.#recordResults());
    this.stage.timeline.at(instantOf(daysAfter(endsOn, 2), '10:00'), () => this.#complete());
  }

  async #markSession(at: number): Promise<void> {
    const [session] = await this.stage.rows<{ id: string }>(sql`
      SELECT id AS "id" FROM session WHERE cohort_id = ${this.stage.cohortId(this.cohort)} AND number = ${at + 1}`);
    const marks = (await this.#seated()).map(({ enrolmentId, trainee, conduct }) => {
      const mark = conduct.marks[at] ?? 'present';
      return { enrolmentId, mark, reason: excuseFor(mark, this.cohort.code, trainee) };
    });
    done(
      await this.stage.get(MarkAttendance).execute(this.#instructor, required(session, this.cohort.code).id, marks),
      `the register of ${this.cohort.code}`,
    );
  }

  async #recordResults(): Promise<void> {
    const cohortId = this.stage.cohortId(this.cohort);
    const assessments = await this.stage.rows<{ id: string }>(
      sql`SELECT id AS "id" FROM assessment WHERE cohort_id = ${cohortId} ORDER BY position`,
    );
    const scores = (await this.#seated()).flatMap(({ enrolmentId, conduct }) =>
      assessments.map(({ id }, at) => ({ assessmentId: id, enrolmentId, score: conduct.scores[at] ?? 0 })),
    );
    done(
      await this.stage.get(RecordResults).execute(this.#instructor, cohortId, scores),
      `the results of ${this.cohort.code}`,
    );
  }

  async #complete(): Promise<void> {
    done(
      await this.stage.get(CompleteCohort).execute(this.stage.coordinator, this.stage.cohortId(this.cohort)),
      `to complete ${this.cohort.code}`,
    );
  }

  async #seated(): Promise<Seated[]> {
    const rows = await this.stage.rows<{ enrolmentId: string; traineeId: string }>(sql`
      SELECT id AS "enrolmentId", trainee_id AS "traineeId" FROM enrolment WHERE cohort_id = ${this.stage.cohortId(this.cohort)} AND state = 'confirmed' ORDER BY seat_number`);
    return rows.map(({ enrolmentId, traineeId }) => {
      const trainee = required(this.stage.numbers.get(traineeId), traineeId);
      return { enrolmentId, trainee, conduct: this.#conductOf(trainee) };
    });
  }

  #conductOf(trainee: number): Conduct {
    const { code, sessions, course } = this.cohort;
    const finishes = this.#finishes.get(trainee) ?? true;
    return conductOf({
      cohort: code,
      trainee,
      finishes,
      sessions: sessions.length,
      assessments: ASSESSMENTS[course.examined],
    });
  }

  get #instructor() {
    return required(this.stage.instructors[this.cohort.instructor], this.cohort.code).actor;
  }
}
