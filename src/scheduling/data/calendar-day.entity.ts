import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { InstantColumn, JsonColumn, OneOfCheck, TextColumn, WholeColumn } from '../../platform/index.js';

export const DAY_KINDS = ['holiday', 'makeUpWorkday', 'closure'] as const;
export type CalendarDayKind = (typeof DAY_KINDS)[number];

/** The State Council's notice for a year. A year without a row, or without days, is not yet published. */
@Entity('holiday_notice')
export class HolidayNoticeRow {
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @JsonColumn() papers!: readonly string[];
  @InstantColumn() loadedAt!: number;
}

/** One fact about one day. A closure may stand beside what the notice says of the same day. */
@Entity('calendar_day')
@OneOfCheck('calendar_day', 'kind', DAY_KINDS)
@Check('ck_calendar_day_source', `("kind" = 'closure') = ("notice_year" IS NULL)`)
@ForeignKey('holiday_notice', ['noticeYear'], ['year'])
@Index('ix_calendar_day_notice_year', ['noticeYear'])
export class CalendarDay {
  @PrimaryColumn({ type: 'varchar', length: 10 }) date!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) kind!: CalendarDayKind;
  @TextColumn(100) name!: string;
  @TextColumn(100, { nullable: true }) nameEn!: string | null;
  @WholeColumn({ nullable: true }) noticeYear!: number | null;
}
