import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

/** With an account, an instructor can sign in and mark registers. */
@Entity('instructor')
@ForeignKey('account', ['accountId'], ['id'])
@Index('ux_instructor_account_id', ['accountId'], { unique: true })
export class Instructor {
  @IdColumn() id!: string;
  @RefColumn({ nullable: true }) accountId!: string | null;
  @TextColumn(100) name!: string;
  @TextColumn(100, { nullable: true }) latinName!: string | null;
  @TextColumn(254, { nullable: true }) email!: string | null;
  @TextColumn(40, { nullable: true }) phone!: string | null;
  @LongTextColumn({ nullable: true }) bioZh!: string | null;
  @LongTextColumn({ nullable: true }) bioEn!: string | null;
  /** Teaching limits; null: no limit. */
  @WholeColumn({ nullable: true }) mostMinutesPerDay!: number | null;
  @WholeColumn({ nullable: true }) mostMinutesPerWeek!: number | null;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
