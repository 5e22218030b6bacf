import { addressOf, type TimetableSelection } from './timetable-selection.js';
import { type Block, blockOf, type BlockOptions, type GridSession } from './timetable-blocks.js';
import type { DayHeader } from './timetable-days.js';
import { type Laid, type Lane, type Minutes, placeIn, sideBySide, withoutCrowds } from './timetable-layout.js';

/** Maximum lanes in a day column of a week, and in a single-day view. */
const MOST_IN_WEEK = 3;
const MOST_IN_DAY = 12;
/** Heights, in minutes of the grid, of one, two and four lines of text. */
const MINUTES_A_LINE = 22;
const MINUTES_ROOMY = 62;
const MINUTES_TWO_LINES = 36;

/** Position within a column. */
interface DrawnLane extends Lane {
  readonly at: string;
  readonly long: number;
}

/** Sessions with identical hours, stacked in one block because academies teach in fixed slots. */
export interface GridColumn extends DrawnLane {
  readonly blocks: readonly Block[];
  readonly alone: boolean;
  /** How many lines of text fit per session. */
  readonly room: 'roomy' | 'two' | 'line';
  readonly from: string;
  readonly until: string;
  /** Sessions that do not fit, and the address that lists them. */
  readonly more: number;
  readonly href: string;
}

export interface WeekDay extends DayHeader {
  readonly slots: readonly GridColumn[];
  readonly crowds: readonly (DrawnLane & { readonly count: number; readonly href: string })[];
  readonly over: readonly Block[];
  readonly count: number;
}

export interface Frame {
  readonly selection: TimetableSelection;
  readonly days: readonly DayHeader[];
  readonly sessions: readonly GridSession[];
  readonly options: BlockOptions;
}

interface Group extends Minutes {
  readonly members: readonly GridSession[];
}

/**
 * Columns of a time grid, one per day. Sessions that do not fit are counted in a link to the day and still listed for
 * screen readers.
 */
export function weekOf({ selection, days, sessions, options }: Frame): WeekDay[] {
  const isOneDay = days.length === 1;
  return days.map((day) => {
    const own = sessions.filter((one) => one.day === day.date);
    const href = isOneDay ? addressOf(selection, { view: 'timeline' }) : day.href;
    const { shown, over, crowds } = withoutCrowds(
      sideBySide(isOneDay ? own.map(aloneGroup) : sameHours(own)),
      isOneDay ? MOST_IN_DAY : MOST_IN_WEEK,
    );
    return {
      ...day,
      count: own.length,
      slots: shown.map((laid) => slotOf(options, laid, href)),
      over: over.flatMap(({ members }) => members.map((one) => ({ ...blockOf(options, one), over: true }))),
      crowds: crowds.map(({ from, until, count: _groups, ...lane }) => ({
        ...lane,
        ...placeIn({ from, until }),
        href,
        count: membersWithin(over, { from, until }),
      })),
    };
  });
}

function aloneGroup(session: GridSession): Group {
  return { from: session.from, until: session.until, members: [session] };
}

function sameHours(sessions: readonly GridSession[]): Group[] {
  const groups = new Map<string, GridSession[]>();
  for (const session of sessions) {
    const key = `${session.from} ${session.until}`;
    (groups.get(key) ?? groups.set(key, []).get(key)!).push(session);
  }
  return [...groups.values()].map((members) => ({ from: members[0]!.from, until: members[0]!.until, members }));
}

function slotOf(options: BlockOptions, { item, lane, of, wide }: Laid<Group>, href: string): GridColumn {
  const { members } = item;
  const place = placeIn(item);
  const fits = Math.max(1, Math.floor((place.long - MINUTES_A_LINE) / MINUTES_A_LINE));
  const shown = members.length <= fits + (members.length === 1 ? 1 : 0) ? members.length : fits - (fits > 1 ? 1 : 0);
  const laid = members.length === 1 ? { lane, of, wide } : undefined;
  const blocks = members.map((one, at) => ({ ...blockOf(options, one, laid), over: at >= shown }));
  return {
    ...place,
    lane,
    of,
    wide,
    blocks,
    alone: members.length === 1,
    room: roomFor((place.long - MINUTES_A_LINE) / shown),
    from: blocks[0]?.startsAt ?? '',
    until: blocks[0]?.endsAt ?? '',
    more: members.length - shown,
    href,
  };
}

function roomFor(minutes: number): GridColumn['room'] {
  return minutes >= MINUTES_ROOMY ? 'roomy' : minutes >= MINUTES_TWO_LINES ? 'two' : 'line';
}

function membersWithin(groups: readonly Group[], { from, until }: Minutes): number {
  return groups
    .filter((one) => from <= one.from && one.until <= until)
    .reduce((sum, { members }) => sum + members.length, 0);
}
