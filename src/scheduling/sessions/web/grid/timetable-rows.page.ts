import { A_MINUTE, type Translator } from '../../../../platform/index.js';
import type { Availability } from '../../../core/index.js';
import type { RuledDay } from '../../domain/day-ruler.js';
import { addressOf, type By, type TimetableAsk } from './timetable-ask.js';
import { type Block, blockOf, type GridSession } from './timetable-blocks.js';
import type { DayHead } from './timetable-days.js';
import { FIRST_HOUR, LAST_HOUR, type Minutes, placeIn, sideBySide } from './timetable-layout.js';
import type { Frame } from './timetable-week.js';

/** A room, an instructor or a cohort as the head of a line. */
export interface Holder {
  /** Empty: what nothing and nobody holds yet. */
  readonly id: string;
  readonly name: string;
  /** A second line under the name: a code, the seats. */
  readonly sub: string | null;
  readonly availability: Availability | null;
}

export interface LineCell {
  readonly date: string;
  readonly today: boolean;
  readonly shut: boolean;
  readonly past: boolean;
  readonly now: DayHead['now'];
  readonly blocks: readonly Block[];
  /** Time that cannot be booked. */
  readonly away: readonly { readonly at: string; readonly long: number; readonly why: string }[];
}

export interface Line {
  readonly id: string;
  readonly name: string;
  readonly sub: string | null;
  /** Hours in the span, as a text. */
  readonly hours: string;
  readonly href: string | null;
  readonly unassigned: boolean;
  readonly cells: readonly LineCell[];
}

/** One line a holder, what is unassigned first; free time is what is left white. */
export function linesOf(frame: Frame, holders: readonly Holder[]): Line[] {
  const { ask, sessions, options } = frame;
  const byHolder = new Map<string, GridSession[]>();
  for (const session of sessions)
    for (const id of holdersOf(session, ask.by)) (byHolder.get(id) ?? byHolder.set(id, []).get(id)!).push(session);
  const nobody =
    ask.by !== 'cohort' && byHolder.has('')
      ? [{ id: '', name: options.translator.t(`session.no_${ask.by}`), sub: null, availability: null }]
      : [];
  return [...nobody, ...holders].map((holder) => lineOf(frame, holder, byHolder.get(holder.id) ?? []));
}

/** Whom a session holds; one empty text for nobody. */
export function holdersOf({ row, isOnline }: GridSession, by: By): string[] {
  if (by === 'cohort') return [row.cohortId];
  if (by === 'room') return row.roomId === null && isOnline ? [] : [row.roomId ?? ''];
  return row.instructors.length === 0 ? [''] : row.instructors.map(({ id }) => id);
}

function lineOf({ ask, days, options }: Frame, holder: Holder, own: readonly GridSession[]): Line {
  const minutes = own
    .filter(({ row }) => row.state !== 'cancelled')
    .reduce((sum, { from, until }) => sum + until - from, 0);
  return {
    id: holder.id,
    name: holder.name,
    sub: holder.sub,
    hours: hoursText(options.translator, minutes),
    unassigned: holder.id === '',
    href: holder.id === '' ? null : weekOfOne(ask, holder.id),
    cells: days.map((head) => ({
      date: head.date,
      today: head.today,
      shut: head.shut,
      past: head.past,
      now: head.now,
      blocks: sideBySide(own.filter(({ day }) => day === head.date)).map(({ item, ...lane }) => {
        const block = blockOf(options, item, lane);
        return ask.by === 'instructor' ? { ...block, instructorId: holder.id } : block;
      }),
      away: awayOn(options.translator, holder.availability, head),
    })),
  };
}

function weekOfOne(ask: TimetableAsk, id: string): string {
  return addressOf(ask, { view: 'week', of: id, state: null, q: '', kind: '', track: '' });
}

export function hoursText(translator: Translator, minutes: number): string {
  return translator.t('timetable.hours', { hours: translator.format.number(Math.round(minutes / 6) / 10) });
}

/** Outside the bookable hours, and while it is shut or they are absent. */
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

/** What the hours of a day leave out. */
function gaps(open: readonly Minutes[]): Minutes[] {
  const found: Minutes[] = [];
  let from = FIRST_HOUR * 60;
  for (const one of [...open].sort((a, b) => a.from - b.from)) {
    if (one.from > from) found.push({ from, until: one.from });
    from = Math.max(from, one.until);
  }
  return from < LAST_HOUR * 60 ? [...found, { from, until: LAST_HOUR * 60 }] : found;
}
