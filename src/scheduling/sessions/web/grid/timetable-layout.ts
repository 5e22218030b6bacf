/** Hours shown by the grid; sessions outside are drawn at its edge. */
export const FIRST_HOUR = 7;
export const LAST_HOUR = 22;
export const QUARTER = 15;
const FIRST = FIRST_HOUR * 60;
const LAST = LAST_HOUR * 60;

/** Minutes since midnight; end exclusive. */
export interface Minutes {
  readonly from: number;
  readonly until: number;
}

/** A lane among several side by side: `lane` of `of`, from 1, spanning `wide` lanes. */
export interface Lane {
  readonly lane: number;
  readonly of: number;
  readonly wide: number;
}

export type Laid<Item> = Lane & { readonly item: Item };

/** CSS classes of a span, such as `at-0900` and `for-180`. Rounded to quarters of an hour, at least one. */
export function placeIn({ from, until }: Minutes): { readonly at: string; readonly long: number } {
  const start = Math.min(LAST - QUARTER, Math.max(FIRST, Math.floor(from / QUARTER) * QUARTER));
  const end = Math.max(start + QUARTER, Math.min(LAST, Math.ceil(until / QUARTER) * QUARTER));
  return { at: `${two(Math.floor(start / 60))}${two(start % 60)}`, long: end - start };
}

/** Overlapping sessions are laid out side by side, each in the first free lane and as wide as possible. */
export function sideBySide<Item extends Minutes>(items: readonly Item[]): Laid<Item>[] {
  return clustersOf(items).flatMap((cluster) => {
    const lanes: Item[][] = [];
    const placed = cluster.map((item) => {
      const free = lanes.findIndex((lane) => (lane.at(-1)?.until ?? 0) <= item.from);
      const lane = free === -1 ? lanes.length : free;
      (lanes[lane] ??= []).push(item);
      return { item, lane };
    });
    return placed.map(({ item, lane }) => {
      const blocked = lanes.findIndex((others, at) => at > lane && others.some((other) => shareTime(item, other)));
      return { item, lane: lane + 1, of: lanes.length, wide: (blocked === -1 ? lanes.length : blocked) - lane };
    });
  });
}

/** Sessions that do not fit in a column, combined: their number and span. */
export interface Crowd extends Minutes, Lane {
  readonly count: number;
}

/** Limits the number of lanes; the remaining sessions are combined in the last lane. */
export function withoutCrowds<Item extends Minutes>(
  laid: readonly Laid<Item>[],
  most: number,
): { readonly shown: readonly Laid<Item>[]; readonly over: readonly Item[]; readonly crowds: readonly Crowd[] } {
  const isOver = ({ lane, of }: Lane) => of > most && lane >= most;
  const over = laid.filter(isOver).map(({ item }) => item);
  const crowds = clustersOf(over).map((cluster) => ({
    ...extentOf(cluster),
    count: cluster.length,
    lane: most,
    of: most,
    wide: 1,
  }));
  const shown = laid
    .filter((one) => !isOver(one))
    .map((one) => (one.of <= most ? one : { ...one, of: most, wide: Math.min(one.wide, most - one.lane) }));
  return { shown, over, crowds };
}

/** Groups of items connected by overlaps, by start, longer ones first. */
function clustersOf<Item extends Minutes>(items: readonly Item[]): Item[][] {
  const clusters: Item[][] = [];
  let until = -1;
  for (const item of [...items].sort((a, b) => a.from - b.from || b.until - a.until)) {
    if (item.from >= until) clusters.push([]);
    clusters.at(-1)?.push(item);
    until = Math.max(until, item.until);
  }
  return clusters;
}

function extentOf(items: readonly Minutes[]): Minutes {
  return { from: Math.min(...items.map(({ from }) => from)), until: Math.max(...items.map(({ until }) => until)) };
}

function shareTime(one: Minutes, other: Minutes): boolean {
  return one.from < other.until && other.from < one.until;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
