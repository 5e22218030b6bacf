import { addressOf, type TimetableAsk } from './timetable-ask.js';
import { type Block, blockOf, type BlockManner, type GridSession } from './timetable-blocks.js';
import type { DayHead } from './timetable-days.js';
import { type Lane, placeIn, sideBySide, withoutCrowds } from './timetable-layout.js';

/** Sessions side by side in one column of a week, and of a day that has the page to itself. */
const MOST_IN_WEEK = 4;
const MOST_IN_DAY = 16;

export interface WeekDay extends DayHead {
  readonly blocks: readonly Block[];
  readonly crowds: readonly (Lane & { readonly at: string; readonly long: number; readonly count: number; readonly href: string })[];
  readonly count: number;
}

export interface Frame {
  readonly ask: TimetableAsk;
  readonly days: readonly DayHead[];
  readonly sessions: readonly GridSession[];
  readonly manner: BlockManner;
}

/** Columns of a time grid, one a day. Whoever finds no lane is listed all the same, and counted in a crowd that leads to the day. */
export function weekOf({ ask, days, sessions, manner }: Frame): WeekDay[] {
  const most = days.length === 1 ? MOST_IN_DAY : MOST_IN_WEEK;
  return days.map((head) => {
    const own = sessions.filter(({ day }) => day === head.date);
    const { shown, over, crowds } = withoutCrowds(sideBySide(own), most);
    const blocks = [...shown.map(({ item, ...lane }) => blockOf(manner, item, lane)), ...over.map((item) => ({ ...blockOf(manner, item), over: true }))];
    return {
      ...head, count: own.length, blocks: blocks.sort((a, b) => (a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.lane - b.lane)),
      crowds: crowds.map(({ count, from, until, ...lane }) => ({ ...lane, ...placeIn({ from, until }), count, href: days.length === 1 ? addressOf(ask, { view: 'timeline' }) : head.href })),
    };
  });
}
