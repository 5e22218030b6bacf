import { addressOf, type TimetableAsk } from './timetable-ask.js';
import { type Block, blockOf, type BlockOptions, type GridSession } from './timetable-blocks.js';
import type { DayHead } from './timetable-days.js';
import { type Laid, type Lane, type Minutes, placeIn, sideBySide, withoutCrowds } from './timetable-layout.js';

/** Lanes side by side in one column of a week, and in a day that has the page to itself. */
const MOST_IN_WEEK = 3;
const MOST_IN_DAY = 12;
/** Minutes of the grid's height that one line of words takes, what two and what four take. */
const MINUTES_A_LINE = 22;
const MINUTES_ROOMY = 62;
const MINUTES_TWO_LINES = 36;

/** Where something is drawn in its column. */
interface Drawn extends Lane {
  readonly at: string;
  readonly long: number;
}

/** Sessions of the very same hours, one under the other in one place: an academy teaches by slots. */
export interface GridColumn extends Drawn {
  readonly blocks: readonly Block[];
  readonly alone: boolean;
  /** How much of each session there is room to say. */
  readonly room: 'roomy' | 'two' | 'line';
  readonly from: string;
  readonly until: string;
  /** Those that found no place, and where they are found. */
  readonly more: number;
  readonly href: string;
}

export interface WeekDay extends DayHead {
  readonly slots: readonly GridColumn[];
  readonly crowds: readonly (Drawn & { readonly count: number; readonly href: string })[];
  readonly over: readonly Block[];
  readonly count: number;
}

export interface Frame {
  readonly ask: TimetableAsk;
  readonly days: readonly DayHead[];
  readonly sessions: readonly GridSession[];
  readonly options: BlockOptions;
}

interface Group extends Minutes {
  readonly members: readonly GridSession[];
}

/**
 * Columns of a time grid, one a day.
 * Whoever finds no place is listed all the same, and counted where it leads to the whole day.
 */
export function weekOf({ ask, days, sessions, options }: Frame): WeekDay[] {
  const isOneDay = days.length === 1;
  return days.map((head) => {
    const own = sessions.filter(({ day }) => day === head.date);
    const href = isOneDay ? addressOf(ask, { view: 'timeline' }) : head.href;
    const { shown, over, crowds } = withoutCrowds(
      sideBySide(isOneDay ? own.map(aloneGroup) : sameHours(own)),
      isOneDay ? MOST_IN_DAY : MOST_IN_WEEK,
    );
    return {
      ...head,
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
