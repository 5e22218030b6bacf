import { daysAfter } from '../../../../src/platform/clock.js';
import { isRefused } from '../../../../src/platform/refusals.js';
import {
  AcademyCalendar,
  type DayFact,
  type NoticedDay,
} from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { readHolidayFile } from '../../../../src/scheduling/calendar/domain/holiday-file.js';

const HOLIDAYS: readonly (readonly [string, string, number])[] = [
  ['元旦', '2026-01-01', 3],
  ['春节', '2026-02-15', 9],
  ['清明节', '2026-04-04', 3],
  ['劳动节', '2026-05-01', 5],
  ['端午节', '2026-06-19', 3],
  ['中秋节', '2026-09-25', 3],
  ['国庆节', '2026-10-01', 7],
];
const WORKDAYS: readonly (readonly [string, string])[] = [
  ['元旦', '2026-01-04'],
  ['春节', '2026-02-14'],
  ['春节', '2026-02-28'],
  ['劳动节', '2026-05-09'],
  ['国庆节', '2026-09-20'],
  ['国庆节', '2026-10-10'],
];

/** The State Council's notice of 2026 as a file of the form that the academy loads. */
export function fileOf2026(): string {
  const off = HOLIDAYS.flatMap(([name, first, days]) =>
    Array.from({ length: days }, (_, day) => ({ name, date: daysAfter(first, day), isOffDay: true })),
  );
  const on = WORKDAYS.map(([name, date]) => ({ name, date, isOffDay: false }));
  const days = [...off, ...on].sort((a, b) => (a.date < b.date ? -1 : 1));
  return JSON.stringify(
    { year: 2026, papers: ['https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm'], days },
    null,
    2,
  );
}

export function daysOf2026(): readonly NoticedDay[] {
  const notice = readHolidayFile(fileOf2026());
  if (isRefused(notice)) throw new Error('the notice of 2026 must be readable');
  return notice.days;
}

export function calendarOf2026(...own: readonly DayFact[]): AcademyCalendar {
  return new AcademyCalendar([...daysOf2026(), ...own], [2026]);
}
