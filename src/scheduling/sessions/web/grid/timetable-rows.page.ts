import { A_MINUTE, type Translator } from '../../../../platform/index.js';
import type { Availability } from '../../../core/index.js';
import type { RuledDay } from '../../domain/day-ruler.js';
import { addressOf, type By, type TimetableSelection } from './timetable-selection.js';
import { type Block, blockOf, type GridSession } from './timetable-blocks.js';
import type { DayHeader } from './timetable-days.js';
import { FIRST_HOUR, LAST_HOUR, type Minutes, placeIn, sideBySide } from './timetable-layout.js';
import type { Frame } from './timetable-week.js';

/** The room, instructor or cohort of a line. */
export interface Holder {
  /** Empty: sessions without room or instructor. */
  readonly id: string;
  readonly name: string;
  /** Second line under the name, such as code and seats. */
  readonly sub: string | null;
  readonly availability: Availability | null;
}

export interface LineCell {
  readonly date: string;
  readonly today: boolean;
  readonly shut: boolean;
  readonly past: boolean;
  readonly now: DayHeader['now'];
  readonly blocks: readonly Block[];
  /** Time that cannot be booked. */
  readonly away: readonly { readonly at: string; readonly long: number; readonly why: string }[];
}

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly sub: string | null;
  /** Total hours in the span. */
  readonly hours: string;
  readonly href: string | null;
  readonly unassigned: boolean;
  readonly cells: readonly LineCell[];
}

/** One line per holder, unassigned sessions first. */
export function linesOf(frame: Frame, holders: readonly Holder[]): Line[] {
  const { selection, sessions, options } = frame;
  const byHolder = new Map<string, GridSession[]>();
  for (const session of sessions)
    for (const id of holdersOf(session, selection.by))
      (byHolder.get(id) ?? byHolder.set(id, []).get(id)!).push(session);
  const nobody =
    selection.by !== 'cohort' && byHolder.has('')
      ? [{ id: '', name: options.translator.t(`session.no_${selection.by}`), sub: null, availability: null }]
      : [];
  return [...nobody, ...holders].map((holder) => lineOf(frame, holder, byHolder.get(holder.id) ?? []));
}

/** The holder ids of a session; one empty string if there are none. */
export function holdersOf({ row, isOnline }: GridSession, by: By): string[] {
  if (by === 'cohort') return [row.cohortId];
  if (by === 'room') return row.roomId === null && isOnline ? [] : [row.roomId ?? ''];
  return row.instructors.length === 0 ? [''] : row.instructors.map(({ id }) => id);
}

function lineOf({ selection, days, options }: Frame, holder: Holder, own: readonly GridSession[]): Line {
  const minutes = own
    .filter(({ row }) => row.state !== 'cancelled')
    .reduce((sum, { from, until }) => sum + until - from, 0);
  return {
    id: holder.id,
    name: holder.name,
    sub: holder.sub,
    hours: hoursText(options.translator, minutes),
    unassigned: holder.id === '',
    href: holder.id === '' ? null : weekOfOne(selection, holder.id),
    cells: days.map((day) => ({
      date: day.date,
      today: day.today,
      shut: day.shut,
      past: day.past,
      now: day.now,
      blocks: sideBySide(own.filter((one) => one.day === day.date)).map(({ item, ...lane }) => {
        const block = blockOf(options, item, lane);
        return selection.by === 'instructor' ? { ...block, instructorId: holder.id } : block;
      }),
      away: awayOn(options.translator, holder.availability, day),
    })),
  };
}

function weekOfOne(selection: TimetableSelection, id: string): string {
  return addressOf(selection, { view: 'week', of: id, state: null, q: '', kind: '', track: '' });
}

export function hoursText(translator: Translator, minutes: number): string {
  return translator.t('timetable.hours', { hours: translator.format.number(Math.round(minutes / 6) / 10) });
}

/** Times outside the bookable hours, and closures or absences. */
function awayOn(
  translator: Translator,
  availability: Availability | null,
  { weekday, midnight }: RuledDay,
): LineCell['away'] {
  if (availability === null || (availability.hours.length === 0 && availability.away.length === 0)) return [];
  const [first, last] = [FIRST_HOUR * 60, LAST_HOUR * 60];
  const open = availability.hours
    .filter((one) => one.weekday === weekday)
    .map(({ fromMinute, untilMinute }) => ({ from: fromMinute, until: untilMinute }));
  const shut =
    availability.hours.length === 0
      ? []
      : gaps(open).map((span) => ({ ...span, why: translator.t('timetable.not_bookable') }));
  const away = availability.away.map(({ startsAt, endsAt, reason }) => ({
    from: Math.max(first, (startsAt - midnight) / A_MINUTE),
    until: Math.min(last, (endsAt - midnight) / A_MINUTE),
    why: reason,
  }));
  return [...shut, ...away]
    .filter(({ from, until }) => until > Math.max(first, from) && from < last)
    .map(({ why, ...span }) => ({ ...placeIn(span), why }));
}

/** The complement of a day's bookable hours. */
function gaps(open: readonly Minutes[]): Minutes[] {
  const found: Minutes[] = [];
  let from = FIRST_HOUR * 60;
  for (const one of [...open].sort((a, b) => a.from - b.from)) {
    if (one.from > from) found.push({ from, until: one.from });
    from = Math.max(from, one.until);
  }
  return from < LAST_HOUR * 60 ? [...found, { from, until: LAST_HOUR * 60 }] : found;
}
