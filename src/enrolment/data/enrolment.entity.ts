import { Check, Entity, ForeignKey, Index } from 'typeorm';
import { ChoiceColumn, IdColumn, InstantColumn, OneOfCheck, RefColumn, WholeColumn } from '../../platform/index.js';
import { ENROLMENT_STATES, type EnrolmentState, LIVE, SEATED, SOURCES, type Source } from '../domain/states.js';

const listed = (states: readonly string[]): string => states.map((state) => `'${state}'`).join(', ');
export const HAS_SEAT = `("seat_number" IS NOT NULL) = ("state" IN (${listed(SEATED)}))`;
export const HAS_DEADLINE = `("offer_expires_at" IS NOT NULL) = ("state" = 'offered')`;
export const IS_LIVE = `"state" IN (${listed(LIVE)})`;

/**
 * One trainee's seat, or wait, in one cohort. Constraints forbid giving a seat twice, giving a seat that does not
 * exist, and a second live enrolment.
 */
@Entity('enrolment')
@OneOfCheck('enrolment', 'state', ENROLMENT_STATES)
@OneOfCheck('enrolment', 'source', SOURCES)
@Check('ck_enrolment_has_seat', HAS_SEAT)
@Check('ck_enrolment_has_deadline', HAS_DEADLINE)
@ForeignKey('cohort', ['cohortId'], ['id'])
@ForeignKey('trainee', ['traineeId'], ['id'])
@ForeignKey('seat', ['cohortId', 'seatNumber'], ['cohortId', 'number'])
@Index('ux_enrolment_cohort_id_trainee_id', ['cohortId', 'traineeId'], { unique: true, where: IS_LIVE })
@Index('ux_enrolment_cohort_id_seat_number', ['cohortId', 'seatNumber'], {
  unique: true,
  where: '"seat_number" IS NOT NULL',
})
@Index('ux_enrolment_cohort_id_ticket', ['cohortId', 'ticket'], { unique: true })
@Index('ix_enrolment_trainee_id', ['traineeId'])
@Index('ix_enrolment_state_offer_expires_at', ['state', 'offerExpiresAt'])
export class Enrolment {
  @IdColumn() id!: string;
  @RefColumn() cohortId!: string;
  @RefColumn() traineeId!: string;
  @ChoiceColumn() state!: EnrolmentState;
  @WholeColumn({ nullable: true }) seatNumber!: number | null;
  /** Order of arrival in the cohort, from 1. The waitlist follows it. */
  @WholeColumn() ticket!: number;
  @InstantColumn({ nullable: true }) offerExpiresAt!: number | null;
  @ChoiceColumn() source!: Source;
  @InstantColumn() madeAt!: number;
  @InstantColumn({ nullable: true }) confirmedAt!: number | null;
  /** When it was withdrawn, lapsed, completed or not completed. */
  @InstantColumn({ nullable: true }) endedAt!: number | null;
}
