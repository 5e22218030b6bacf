import sql from 'sql-template-tag';
import { RecordVerification } from '../../../../src/accounts/index.js';
import {
  AcceptOffer,
  EnrolSelf,
  EnrolTrainee,
  LapseOffers,
  WithdrawEnrolment,
} from '../../../../src/enrolment/index.js';
import { type Actor, UnitOfWork } from '../../../../src/platform/index.js';
import { RegisterTrainee, SignUp } from '../../../../src/trainees/index.js';
import { CAST, CAST_PASSWORD } from '../content/cast.js';
import { CAST_TRAINEE, type PlannedEnrolment } from '../content/enrolment-plan.js';
import { SeededRandom } from '../content/seeded-random.js';
import type { DemoTrainee } from '../content/trainees.js';
import { actor, done, required, type DemoContext } from './stage.js';
import { AN_HOUR } from '../../../../src/platform/index.js';

const ACCEPTED = 0.75;
const WITHDRAWAL_REASONS = ['时间冲突', '公司项目安排调整', '改报其他班次', '个人原因'];

/** Who signs up, who enrols, who withdraws, and who gets the freed seats. */
export class EnrolmentEvents {
  readonly #random = new SeededRandom('offers of the academy');
  readonly #expected = new Set<string>();

  constructor(
    private readonly stage: DemoContext,
    private readonly trainees: ReadonlyMap<number, DemoTrainee>,
  ) {}

  schedule(planned: readonly PlannedEnrolment[]): void {
    const seen = new Set<number>();
    for (const one of planned) {
      if (!seen.has(one.trainee)) this.stage.timeline.at(one.at - 600_000, () => this.#arrive(one.trainee));
      seen.add(one.trainee);
      this.stage.timeline.at(one.at, () => this.#enrol(one));
    }
  }

  #arrive(number: number): Promise<void> {
    if (number === CAST_TRAINEE) return this.#signUp(number, CAST.trainee);
    const trainee = required(this.trainees.get(number), `trainee ${number}`);
    return trainee.hasAccount && trainee.email !== null
      ? this.#signUp(number, { ...trainee, email: trainee.email })
      : this.#register(trainee);
  }

  async #register({ number, hasAccount: _hasAccount, ...facts }: DemoTrainee): Promise<void> {
    const { id } = done(
      await this.stage.get(RegisterTrainee).execute(this.stage.coordinator, { ...facts, note: null, consent: true }),
      `trainee ${number}`,
    );
    this.stage.meet(number, id, null);
  }

  async #signUp(
    number: number,
    { name, latinName, email }: { readonly name: string; readonly latinName: string; readonly email: string },
  ): Promise<void> {
    const signedUp = done(
      await this.stage.get(SignUp).execute({
        name,
        latinName,
        email,
        password: CAST_PASSWORD,
        language: 'zh-CN',
        ip: `127.0.${number >> 8}.${number & 255}`,
        next: null,
      }),
      `${name} to sign up`,
    );
    if (signedUp.known) throw new Error(`${email} has an account already`);
    const person = actor(signedUp.accountId, { name, email }, 'trainee');
    // Nobody opens the emailed link here: the mailbox counts as verified.
    await this.stage
      .get(UnitOfWork)
      .run(person, (tx) => this.stage.get(RecordVerification).execute(tx, { id: signedUp.accountId, email, name }));
    this.stage.meet(number, signedUp.traineeId, person);
  }

  async #enrol(planned: PlannedEnrolment): Promise<void> {
    const { cohort, trainee, withdrawsAt } = planned;
    const person = required(this.stage.trainees.get(trainee), `trainee ${trainee}`);
    const outcome = person.actor
      ? await this.stage.get(EnrolSelf).execute(person.actor, cohort.code)
      : await this.stage.get(EnrolTrainee).execute(this.stage.coordinator, {
          cohortCode: cohort.code,
          traineeId: person.id,
          source: trainee % 3 === 0 ? 'import' : 'coordinator',
        });
    const { id } = done(outcome, `trainee ${trainee} into ${cohort.code}`);
    if (withdrawsAt !== null) this.stage.timeline.at(withdrawsAt, () => this.#withdraw(id, planned, person.actor));
  }

  async #withdraw(id: string, { cohort, trainee }: PlannedEnrolment, person: Actor | null): Promise<void> {
    const [now] = await this.stage.rows<{ state: string; cohortState: string }>(sql`
      SELECT e.state AS "state", c.state AS "cohortState" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id WHERE e.id = ${id}`);
    if (!now || !['waitlisted', 'offered', 'confirmed'].includes(now.state)) return;
    const reason = WITHDRAWAL_REASONS[trainee % WITHDRAWAL_REASONS.length] ?? null;
    const { offered } = done(
      await this.stage.get(WithdrawEnrolment).execute(person ?? this.stage.coordinator, id, reason),
      `trainee ${trainee} to leave ${cohort.code}`,
    );
    if (offered > 0) await this.#expectAnswers(cohort.code);
  }

  /** Most accept within hours; the others let the offer expire, and the next on the waitlist gets one. */
  async #expectAnswers(code: string): Promise<void> {
    const offers = await this.stage.rows<{ id: string; expiresAt: number; ticket: number }>(sql`
      SELECT e.id AS "id", e.offer_expires_at AS "expiresAt", e.ticket AS "ticket" FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
      WHERE c.code = ${code} AND e.state = 'offered' ORDER BY e.ticket`);
    for (const { id, expiresAt } of offers.filter((offer) => !this.#expected.has(offer.id))) {
      this.#expected.add(id);
      const hours = this.#random.next();
      if (this.#random.chance(ACCEPTED))
        this.stage.timeline.at(this.stage.clock.now() + hours * (expiresAt - this.stage.clock.now()) * 0.9, () =>
          this.#accept(id),
        );
      else this.stage.timeline.at(expiresAt + AN_HOUR / 60, () => this.#lapse(code));
    }
  }

  async #accept(id: string): Promise<void> {
    const [offer] = await this.stage.rows<{ state: string }>(
      sql`SELECT state AS "state" FROM enrolment WHERE id = ${id}`,
    );
    if (offer?.state === 'offered')
      done(await this.stage.get(AcceptOffer).execute(this.stage.coordinator, id), 'to accept a seat');
  }

  async #lapse(code: string): Promise<void> {
    await this.stage.get(LapseOffers).execute();
    await this.#expectAnswers(code);
  }
}
