/** Leaves `from` up to but not with `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A complete tree of `2 ** height` leaves that begins at leaf `index * 2 ** height`. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** The complete trees that a range falls into, left to right. The range must begin where RFC 6962 begins a branch. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to;) {
    const height = heightBelow(to - at);
    found.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return found;
}

/** The branches whose hashes prove a leaf, its sibling first (RFC 6962, 2.1.1). */
export function inclusionPath(index: number, size: number): Range[] {
  return pathTo(index, { from: 0, to: size });
}

/** The branches whose hashes prove that a tree of `old` leaves is the beginning of one of `size` (RFC 6962, 2.1.2). */
export function consistencyPath(old: number, size: number): Range[] {
  return old === 0 || old === size ? [] : growth(old, { from: 0, to: size }, true);
}

function pathTo(index: number, { from, to }: Range): Range[] {
  if (to - from <= 1) return [];
  const split = splitOf(from, to);
  return index < split
    ? [...pathTo(index, { from, to: split }), { from: split, to }]
    : [...pathTo(index, { from: split, to }), { from, to: split }];
}

/** @param whole whether the old tree is this very branch's beginning, whose hash the reader knows already */
function growth(old: number, { from, to }: Range, whole: boolean): Range[] {
  if (old === to) return whole ? [] : [{ from, to }];
  const split = splitOf(from, to);
  return old <= split
    ? [...growth(old, { from, to: split }, whole), { from: split, to }]
    : [...growth(old, { from: split, to }, false), { from, to: split }];
}

/** The largest power of two smaller than the branch, from its beginning. */
function splitOf(from: number, to: number): number {
  return from + 2 ** heightBelow(to - from - 1);
}

/** The height of the largest complete tree that so many leaves hold. */
function heightBelow(leaves: number): number {
  return 31 - Math.clz32(leaves);
}
