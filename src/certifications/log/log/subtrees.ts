/** Leaves from `from` up to, but not including, `to`. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** A complete subtree of `2 ** height` leaves, starting at leaf `index * 2 ** height`. */
export interface Subtree {
  readonly height: number;
  readonly index: number;
}

/** The complete subtrees of a range, left to right. The range must start where RFC 6962 starts a branch. */
export function subtreesOf({ from, to }: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to;) {
    const height = heightBelow(to - at);
    found.push({ height, index: at / 2 ** height });
    at += 2 ** height;
  }
  return found;
}

/** Branches of an inclusion proof, the sibling of the leaf first (RFC 6962, 2.1.1). */
export function inclusionPath(index: number, size: number): Range[] {
  return pathTo(index, { from: 0, to: size });
}

/** Branches of a consistency proof from `old` to `size` leaves (RFC 6962, 2.1.2). */
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

/** @param whole whether the old tree is the beginning of this branch; the reader then knows its hash */
function growth(old: number, { from, to }: Range, whole: boolean): Range[] {
  if (old === to) return whole ? [] : [{ from, to }];
  const split = splitOf(from, to);
  return old <= split
    ? [...growth(old, { from, to: split }, whole), { from: split, to }]
    : [...growth(old, { from: split, to }, false), { from, to: split }];
}

/** Splits at the largest power of two smaller than the branch. */
function splitOf(from: number, to: number): number {
  return from + 2 ** heightBelow(to - from - 1);
}

/** Height of the largest complete subtree of so many leaves. */
function heightBelow(leaves: number): number {
  return 31 - Math.clz32(leaves);
}
