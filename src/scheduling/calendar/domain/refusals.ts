import type { HitsCode } from '../../core/domain/index.js';
import type { HolidayFileRefusalCode } from './holiday-file.js';
import type { NoticeByHandRefusalCode } from './notice-by-hand.js';

export type CalendarRefusalCode =
  | 'closureReversed'
  | 'closureTooLong'
  | 'closureNothingNew'
  | 'holidayFileMissing'
  | 'noticeChangedMeanwhile'
  | 'dayOfOtherNotice'
  | HitsCode;

export type NoticeRefusalCode = CalendarRefusalCode | NoticeByHandRefusalCode | HolidayFileRefusalCode;
