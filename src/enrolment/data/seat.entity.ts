import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** One seat of a cohort, numbered from 1 to its capacity. A foreign key binds enrolments to existing seats. */
@Entity('seat')
@ForeignKey('cohort', ['cohortId'], ['id'])
export class Seat {
  @PrimaryColumn({ type: 'uuid' }) cohortId!: string;
  @PrimaryColumn({ type: 'integer' }) number!: number;
}
