import { A_MINUTE, type Translator } from '../../../../platform/index.js';
import { cohortStillRuns, nameIn, type SessionRow } from '../../../core/index.js';
import { clockAt, type DayRuler } from '../../domain/day-ruler.js';
import { type Lane, type Minutes, placeIn } from './timetable-layout.js';
import { styleOf, type Mark, type MarkWithReason } from './timetable-marks.js';

/** A session with its data for the grid. */
export interface GridSession extends Minutes {
  readonly row: SessionRow;
  readonly day: string;
  readonly marked: readonly MarkWithReason[];
  readonly track: string;
  readonly isOnline: boolean;
}

/** Data of a drawn session. */
export interface Block extends Lane {
  readonly id: string;
  readonly href: string;
  readonly at: string;
  readonly long: number;
  readonly style: Mark | 'planned';
  readonly sign: string | null;
  /** Texts of its marks. */
  readonly why: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly cohort: string;
  readonly number: number;
  /** The session's name for screen-reader announcements. */
  readonly name: string;
  readonly course: string;
  readonly room: string;
  readonly instructor: string;
  readonly roomId: string;
  /** The lead instructor; in an instructor's line, that instructor. */
  readonly instructorId: string;
  readonly date: string;
  readonly sequence: number;
  readonly past: boolean;
  readonly movable: boolean;
  /** Does not fit in its column; shown in lists only. */
  readonly over: boolean;
}

/** Icons, so that marks are recognizable without colour. */
const SIGNS: Readonly<Record<Mark, string>> = {
  doubleBooked: 'copy',
  unstaffed: 'alert',
  unconfirmed: 'clock',
  inProgress: 'play',
  unmarked: 'edit',
  held: 'check',
  cancelled: 'x',
};

export const ALONE: Lane = { lane: 1, of: 1, wide: 1 };

export function gridSession(
  ruler: DayRuler,
  row: SessionRow,
  shown: Pick<GridSession, 'marked' | 'track' | 'isOnline'>,
): GridSession {
  const { date, midnight } = ruler.dayAt(row.startsAt);
  return {
    row,
    day: date,
    from: Math.max(0, (row.startsAt - midnight) / A_MINUTE),
    until: (row.endsAt - midnight) / A_MINUTE,
    ...shown,
  };
}

export interface BlockOptions {
  readonly translator: Translator;
  readonly now: number;
}

export function blockOf(
  { translator, now }: BlockOptions,
  session: GridSession,
  { lane, of, wide }: Lane = ALONE,
): Block {
  const { row, marked, day } = session;
  const style = styleOf(marked);
  const movable =
    row.state === 'planned' &&
    row.startsAt > now &&
    cohortStillRuns({ code: row.cohort, state: row.cohortState }) === null;
  return {
    id: row.id,
    href: hrefOf(row, movable),
    ...placeIn(session),
    lane,
    of,
    wide,
    style,
    sign: style === 'planned' ? null : SIGNS[style],
    why: marked.length === 0 ? null : marked.map(({ why }) => translator.t(why)).join(translator.t('timetable.and')),
    startsAt: clockAt(session.from),
    endsAt: clockAt(session.until),
    cohort: row.cohort,
    number: row.number,
    name: `${row.cohort} ${translator.t('session.nth', { number: row.number })}`,
    course: nameIn(translator, row.course),
    room: row.room
      ? nameIn(translator, row.room)
      : translator.t(session.isOnline ? 'timetable.online' : 'session.no_room'),
    instructor:
      row.instructors.length === 0
        ? translator.t('session.no_instructor')
        : row.instructors.map(({ name }) => nameIn(translator, name)).join(translator.t('timetable.comma')),
    roomId: row.roomId ?? '',
    instructorId: row.instructors.find(({ role }) => role === 'lead')?.id ?? '',
    date: day,
    sequence: row.sequence,
    past: row.endsAt <= now,
    movable,
    over: false,
  };
}

function hrefOf({ id, state, cohort }: SessionRow, movable: boolean): string {
  if (movable) return `/office/sessions/${id}/move`;
  return state === 'cancelled' ? `/office/cohorts/${cohort}/sessions` : `/sessions/${id}/register`;
}
