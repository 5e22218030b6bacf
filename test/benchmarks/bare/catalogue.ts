import type { Database } from 'better-sqlite3';
import { Clock, monthsAfter } from '../../../src/platform/index.js';
import type { BarePages } from './pages.js';

interface Course {
  readonly code: string;
  readonly title: string;
  readonly summary: string;
  readonly track: string;
  readonly level: string;
  readonly days: number;
  readonly hours: number;
  readonly nextStart: string | null;
  readonly seats: number | null;
}

const LEVELS = ['beginner', 'intermediate', 'advanced'];
const SIZE = 24;

/** The first page of `/courses`, unfiltered, for a visitor. */
export function bareCatalogue(database: Database, pages: BarePages): (url: string) => string {
  const { translator } = pages;
  const clock = new Clock();
  const tracks = database.prepare<[], { value: string; label: string }>(
    'SELECT code AS value, name_zh AS label FROM track WHERE retired_at IS NULL ORDER BY position, code',
  );
  const counted = database.prepare<[], number>('SELECT COUNT(*) FROM course WHERE retired_at IS NULL').pluck();
  const courses = database.prepare<[number, number, number], Course>(`
    SELECT co.code, co.title_zh AS title, co.summary_zh AS summary, t.name_zh AS track, co.level, co.days, co.hours, open.next_start AS nextStart, open.seats
    FROM course co JOIN track t ON t.id = co.track_id LEFT JOIN (
      SELECT c.course_id, MIN(c.starts_on) AS next_start,
        SUM(c.capacity - (SELECT COUNT(*) FROM enrolment e WHERE e.cohort_id = c.id AND e.seat_number IS NOT NULL)) AS seats
      FROM cohort c WHERE c.state IN ('tentative', 'confirmed') AND c.window_opens_at <= ? AND c.window_closes_at > ? GROUP BY c.course_id
    ) open ON open.course_id = co.id
    WHERE co.retired_at IS NULL ORDER BY open.next_start IS NULL, open.next_start, co.code LIMIT ?`);
  const card = (row: Course) => ({
    href: `/courses/${encodeURIComponent(row.code)}`,
    code: row.code,
    over: row.track,
    title: row.title,
    summary: row.summary,
    facts: [
      { icon: 'clock', text: translator.t('catalogue.length', { count: row.days, hours: row.hours }) },
      { icon: 'layers', text: translator.t(`catalogue.level.${row.level}`) },
      ...(row.nextStart === null
        ? []
        : [{ icon: 'calendar', text: translator.t('catalogue.next', { date: row.nextStart }) }]),
    ],
    state: row.nextStart === null ? null : row.seats ? 'open' : 'waitlisted',
    stateWord:
      row.nextStart === null
        ? null
        : row.seats
          ? translator.t('catalogue.seats_left', { count: row.seats })
          : translator.t('catalogue.waitlist_open'),
  });
  const levels = LEVELS.map((value) => ({ value, label: translator.t(`catalogue.level.${value}`), selected: false }));
  return (url) => {
    const now = clock.now();
    const first = `${clock.today().slice(0, 7)}-01`;
    const months = Array.from({ length: 9 }, (_, at) => monthsAfter(first, at).slice(0, 7)).map((value) => ({
      value,
      label: translator.format.month(value),
      selected: false,
    }));
    const count = counted.get() ?? 0;
    const last = Math.ceil(count / SIZE);
    const links = Array.from({ length: last }, (_, at) => ({
      page: at + 1,
      href: at === 0 ? '/courses' : `/courses?page=${at + 1}`,
      current: at === 0,
      gap: false,
    }));
    return pages.render(
      'enrolment/catalogue/index',
      {
        q: '',
        tracks: tracks.all().map((one) => ({ ...one, selected: false })),
        levels,
        months,
        seatsOnly: false,
        filtered: false,
        count,
        cards: courses.all(now, now, SIZE).map(card),
        pages: { page: 1, last, previous: null, next: last > 1 ? '/courses?page=2' : null, links },
      },
      url,
    );
  };
}
