import { Check, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import {
  ChoiceColumn,
  InstantColumn,
  JsonColumn,
  OneOfCheck,
  TextColumn,
  WholeColumn,
  type Weekday,
} from '../../../platform/index.js';

export const DAY_KINDS = ['holiday', 'makeUpWorkday', 'closure'] as const;
export type CalendarDayKind = (typeof DAY_KINDS)[number];

export const NOTICE_SOURCES = ['file', 'hand'] as const;
export type NoticeSource = (typeof NOTICE_SOURCES)[number];
export const NOTICE_PUBLICATIONS = ['published', 'notYetPublished'] as const;
export type NoticePublication = (typeof NOTICE_PUBLICATIONS)[number];

/** The State Council's holiday notice for a year. A year without a row is not yet published. */
@Entity('holiday_notice')
@OneOfCheck('holiday_notice', 'source', NOTICE_SOURCES)
@OneOfCheck('holiday_notice', 'publication', NOTICE_PUBLICATIONS)
export class HolidayNoticeRow {
  @PrimaryColumn({ type: 'integer' }) year!: number;
  @JsonColumn() papers!: readonly string[];
  @InstantColumn() loadedAt!: number;
  @ChoiceColumn({ default: 'file' }) source!: NoticeSource;
  @ChoiceColumn({ default: 'published' }) publication!: NoticePublication;
  /** Name of who loaded the file or entered the first day; `null` for notices older than this column. */
  @TextColumn(200, { nullable: true }) loadedBy!: string | null;
  /** The last change by hand since then. */
  @InstantColumn({ nullable: true }) correctedAt!: number | null;
  @TextColumn(200, { nullable: true }) correctedBy!: string | null;
}

/** One fact about one day. A day can have a closure in addition to a fact of the notice. */
@Entity('calendar_day')
@OneOfCheck('calendar_day', 'kind', DAY_KINDS)
@Check('ck_calendar_day_source', `("kind" = 'closure') = ("notice_year" IS NULL)`)
@Check(
  'ck_calendar_day_follows',
  `"follows" IS NULL OR ("kind" = 'makeUpWorkday' AND "follows" >= 1 AND "follows" <= 7)`,
)
@ForeignKey('holiday_notice', ['noticeYear'], ['year'])
@Index('ix_calendar_day_notice_year', ['noticeYear'])
export class CalendarDay {
  @PrimaryColumn({ type: 'varchar', length: 10 }) date!: string;
  @PrimaryColumn({ type: 'varchar', length: 40 }) kind!: CalendarDayKind;
  @TextColumn(100) name!: string;
  @TextColumn(100, { nullable: true }) nameEn!: string | null;
  @WholeColumn({ nullable: true }) noticeYear!: number | null;
  /** ISO weekday (1 is Monday) whose timetable a make-up workday follows. */
  @WholeColumn({ nullable: true }) follows!: Weekday | null;
}
