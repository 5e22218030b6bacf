import { Entity, ForeignKey, Index } from 'typeorm';
import {
  ChoiceColumn,
  DayColumn,
  IdColumn,
  InstantColumn,
  OneOfCheck,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';
import { ALARMS, type Alarm } from '../domain/try-limits.js';

/** Answers withheld from an employer on one day because its questions looked like a search of the register. */
@Entity('verification_alarm')
@OneOfCheck('verification_alarm', 'reason', ALARMS)
@ForeignKey('employer', ['employerId'], ['id'])
@Index('ux_verification_alarm_employer_id_day_reason', ['employerId', 'day', 'reason'], { unique: true })
@Index('ix_verification_alarm_seen_at', ['seenAt'])
export class VerificationAlarm {
  @IdColumn() id!: string;
  @RefColumn() employerId!: string;
  @DayColumn() day!: string;
  @ChoiceColumn() reason!: Alarm;
  /** Pairs of number and name that did not agree in the 24 hours before `lastAt`. */
  @WholeColumn() misses!: number;
  /** Questions that were not answered for this reason on this day. */
  @WholeColumn() withheld!: number;
  @InstantColumn() firstAt!: number;
  @InstantColumn() lastAt!: number;
  @InstantColumn({ nullable: true }) seenAt!: number | null;
  @TextColumn(200, { nullable: true }) seenByName!: string | null;
}
