import { Entity, ForeignKey, Index } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  LongTextColumn,
  RefColumn,
  TextColumn,
  WholeColumn,
} from '../../../platform/index.js';

/** A person who teaches; with an account, one who can sign in and mark the register. */
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
  /** The most that they teach; null: no limit of their own. */
  @WholeColumn({ nullable: true }) mostMinutesPerDay!: number | null;
  @WholeColumn({ nullable: true }) mostMinutesPerWeek!: number | null;
  @InstantColumn({ nullable: true }) retiredAt!: number | null;
}
