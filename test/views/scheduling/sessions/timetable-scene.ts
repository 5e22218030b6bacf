import { AcademyCalendar, type DayFact } from '../../../../src/scheduling/core/domain/academy-calendar.js';
import { DayRuler } from '../../../../src/scheduling/sessions/domain/day-ruler.js';
import { gridSession, type GridSession } from '../../../../src/scheduling/sessions/web/grid/timetable-blocks.js';
import { marksOf } from '../../../../src/scheduling/sessions/web/grid/timetable-marks.js';
import type { SessionRow } from '../../../../src/scheduling/core/data/timetable-queries.js';
import { LOOKED_AT } from '../../../support/views/rendered-view.js';
import { sessionRow } from '../session-row.js';

const DAYS: readonly DayFact[] = [
  { kind: 'holiday', date: '2026-03-12', name: '春分', nameEn: 'Equinox' },
  { kind: 'makeUpWorkday', date: '2026-03-14', name: '春分', nameEn: 'Equinox', follows: 4 },
];

/** The week in which pages are looked at. */
export const ruler = new DayRuler('2026-03-09', 7);
export const calendar = new AcademyCalendar(DAYS, [2026]);

/** A session as the grid knows it, by what differs from `sessionRow`. */
export function sessionInGrid(
  change: Partial<SessionRow> = {},
  {
    isDoubled = false,
    isOnline = false,
    days = ruler,
  }: { isDoubled?: boolean; isOnline?: boolean; days?: DayRuler } = {},
): GridSession {
  const session = sessionRow(change);
  const marked = marksOf({ session, isOnline, isDoubled, now: LOOKED_AT });
  return gridSession(days, session, { marked, track: 'cloud', isOnline });
}
