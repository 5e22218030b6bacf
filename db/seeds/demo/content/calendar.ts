import { AcademyCalendar } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { readHolidayFile } from '../../../../src/scheduling/calendar/domain/holiday-file.js';
import { isRefused } from '../../../../src/platform/refusals.js';
import { holidayNotices } from '../../reference/holidays.js';

/** The academy's calendar with these holiday notices; by default all of the project's. */
export function noticedCalendar(texts: readonly string[] = holidayNotices()): AcademyCalendar {
  const notices = texts.map((text) => readHolidayFile(text)).flatMap((notice) => (isRefused(notice) ? [] : notice));
  return new AcademyCalendar(
    notices.flatMap(({ days }) => days),
    notices.flatMap(({ year, published }) => (published ? year : [])),
  );
}
