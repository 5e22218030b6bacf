import { Frontier } from '../../../../src/certifications/log/log/frontier.js';
import { type Hash, leafHash } from '../../../../src/certifications/log/log/hashing.js';
import { TileHashes } from '../../../../src/certifications/log/log/tile-hashes.js';
import { levelOfHeight, TILE_WIDTH } from '../../../../src/certifications/log/log/tiles.js';

const SIZE = 2 * TILE_WIDTH ** 2 + 3 * TILE_WIDTH + 5;
const OTHER = leafHash(Buffer.from('other'));

describe('the hashes that prove the tiles of a tree', () => {
  const tiles = TileHashes.empty();
  const levels: Hash[][] = [];
  const frontier = Frontier.empty();
  beforeAll(() => {
    for (let at = 0; at < SIZE; at += 1) {
      const leaf = leafHash(Buffer.from(String(at)));
      tiles.add(leaf);
      for (const { height, hash } of frontier.add(leaf)) {
        const level = levelOfHeight(height);
        if (level !== null) (levels[level] ??= []).push(hash);
      }
    }
  });
  const leavesOf = (index: number, width = TILE_WIDTH): Hash[] =>
    levels[0]!.slice(index * TILE_WIDTH, index * TILE_WIDTH + width);

  it.each([
    [1, 0, 256],
    [1, 1, 17],
    [1, 2, 3],
    [2, 0, 2],
  ])('are the hashes of level %d, tile %d, %d wide', (level, index, width) => {
    expect(tiles.tile(level, index, width)).toEqual(
      levels[level]!.slice(index * TILE_WIDTH, index * TILE_WIDTH + width),
    );
  });

  it('end where the tree ends', () => {
    expect(tiles.tile(1, 2, 4)).toHaveLength(3);
    expect(tiles.tile(3, 0, 1)).toEqual([]);
  });

  it('hold the leaves of a full tile, and no others', () => {
    for (const index of [0, 1, 514]) expect(tiles.holds(index, leavesOf(index))).toBe(true);
    expect(tiles.holds(1, leavesOf(0))).toBe(false);
    expect(tiles.holds(0, leavesOf(0, 255))).toBe(false);
    expect(tiles.holds(0, [...leavesOf(0, 255), OTHER])).toBe(false);
  });

  it('hold the leaves of the last, partial tile, and no others', () => {
    for (const width of [1, 5]) expect(tiles.holds(515, leavesOf(515, width))).toBe(true);
    expect(tiles.holds(515, [...leavesOf(515, 4), OTHER])).toBe(false);
    expect(tiles.holds(515, [...leavesOf(515), OTHER])).toBe(false);
    expect(tiles.holds(516, [OTHER])).toBe(false);
  });

  it('stay as they are when a copy grows', () => {
    const copy = tiles.copy();
    copy.add(OTHER);
    expect([tiles.holds(515, [...leavesOf(515), OTHER]), copy.holds(515, [...leavesOf(515), OTHER])]).toEqual([
      false,
      true,
    ]);
  });
});
