import { type Hash, joined, nodeHash } from './hashing.js';
import { type Range, type Subtree, subtreesOf } from './subtrees.js';

/** Hashes in a full tile; each is the hash of a full tile one level below (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
const TILE_HEIGHT = 8;
const HIGHEST_LEVEL = 63;

export interface Tile {
  readonly level: number;
  readonly index: number;
}

/** A tile in an address; `width` below 256: a partial tile. */
export interface TileQuery extends Tile {
  readonly width: number;
}

/** The hash of `256 ** level` leaves that begin at leaf `position * 256 ** level`. */
export type HashAt = (level: number, position: number) => Hash;

/** The level whose tiles contain hashes of this height; `null`: computed from lower ones. */
export function levelOfHeight(height: number): number | null {
  return height % TILE_HEIGHT === 0 ? height / TILE_HEIGHT : null;
}

/** All tiles needed for the hashes of these ranges. */
export function tilesFor(ranges: readonly Range[]): Tile[] {
  const tiles = ranges.flatMap(subtreesOf).map(({ height, index }) => {
    const level = Math.floor(height / TILE_HEIGHT);
    return { level, index: Math.floor((index * 2 ** (height - level * TILE_HEIGHT)) / TILE_WIDTH) };
  });
  return [...new Map(tiles.map((tile) => [`${tile.level} ${tile.index}`, tile])).values()];
}

export function rangeHash(range: Range, at: HashAt): Hash {
  return joined(subtreesOf(range).map((tree) => subtreeHash(tree, at)));
}

function subtreeHash({ height, index }: Subtree, at: HashAt): Hash {
  const level = levelOfHeight(height);
  return level !== null
    ? at(level, index)
    : nodeHash(
        subtreeHash({ height: height - 1, index: index * 2 }, at),
        subtreeHash({ height: height - 1, index: index * 2 + 1 }, at),
      );
}

/** Number of hashes on a level of a tree of this size. */
export function hashesOn(level: number, size: number): number {
  return Math.floor(size / TILE_WIDTH ** level);
}

const LEVEL = /^(?:0|[1-9]\d?)$/;
const INDEX = /^(?:x\d{3}\/){0,5}\d{3}$/;
const WIDTH = /^[1-9]\d{0,2}$/;

/** `0/x001/067` or `1/000.p/17`; `null` if it is not the path of a tile. */
export function readTilePath(path: string): TileQuery | null {
  const [level = '', ...rest] = path.split('/');
  const bundle = LEVEL.test(level) && Number(level) <= HIGHEST_LEVEL ? readBundlePath(rest.join('/')) : null;
  return bundle && { level: Number(level), ...bundle };
}

/** `x001/067` or `000.p/17`: entry bundles are addressed like tiles of level 0. */
export function readBundlePath(path: string): { index: number; width: number } | null {
  const [index = '', width, ...more] = path.split('.p/');
  if (!INDEX.test(index) || /^x000\//.test(index) || more.length > 0) return null;
  if (width !== undefined && (!WIDTH.test(width) || Number(width) >= TILE_WIDTH)) return null;
  return { index: Number(index.replace(/[x/]/g, '')), width: Number(width ?? TILE_WIDTH) };
}

/** `x001/x234/067.p/17`. */
export function bundlePath({ index, width }: { readonly index: number; readonly width: number }): string {
  const digits =
    String(index)
      .padStart(Math.ceil(String(index).length / 3) * 3, '0')
      .match(/\d{3}/g) ?? [];
  const steps = digits.map((three, at) => (at < digits.length - 1 ? `x${three}` : three)).join('/');
  return width < TILE_WIDTH ? `${steps}.p/${width}` : steps;
}

/** An entry bundle: each entry preceded by its length, two bytes, big-endian. */
export function bundleOf(entries: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    entries.flatMap((entry) => {
      const length = Buffer.alloc(2);
      length.writeUInt16BE(entry.length);
      return [length, entry];
    }),
  );
}

/** @throws RangeError if the bundle ends within an entry */
export function entriesIn(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = [];
  for (let at = 0; at < bundle.length;) {
    const end = at + 2 + bundle.readUInt16BE(at);
    if (end > bundle.length) throw new RangeError('A bundle breaks off inside an entry');
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return entries;
}
