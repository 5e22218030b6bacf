/**
 * Cost of a proposal, compared lexicographically: sessions without a slot, sessions moved, people affected, moves to a
 * day other than the make-up day, days of shift, sessions out of numerical order. Clashes have no cost because they are
 * never proposed.
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

/** Negative if the first is better. */
export function compareCosts(one: Cost, other: Cost): number {
  for (let at = 0; at < one.length; at += 1) {
    const difference = (one[at] ?? 0) - (other[at] ?? 0);
    if (Math.abs(difference) > 1e-9) return difference;
  }
  return 0;
}
