/**
 * What a proposal costs, the graver first, compared place by place: sessions without a place, sessions moved, people
 * disturbed, moves to another day than the one that makes up, days of shift, sessions out
 * of the order of their numbers.
 * Clashes are not weighed: none is ever proposed.
 */
export type Cost = readonly [
  unplaced: number,
  moved: number,
  disturbed: number,
  notMadeUp: number,
  shift: number,
  crossings: number,
];

export const NO_COST: Cost = [0, 0, 0, 0, 0, 0];
export const UNPLACED: Cost = [1, 0, 0, 0, 0, 0];

export function sumOf(one: Cost, other: Cost): Cost {
  return one.map((value, at) => value + (other[at] ?? 0)) as unknown as Cost;
}

/** Negative where the first is the better. */
export function compareCosts(one: Cost, other: Cost): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (Math.abs(difference) > 1e-9) return difference;
  }
  return 0;
}
