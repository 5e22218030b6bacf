import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/**
 * One seat of a cohort, numbered from 1:
 * there are as many as its capacity, and an enrolment without one is refused by the database.
 */
@Entity('seat')
@ForeignKey('cohort', ['cohortId'], ['id'])
export class Seat {
  @PrimaryColumn({ type: 'uuid' }) cohortId!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
}
