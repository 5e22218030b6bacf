import { createInflate } from 'node:zlib';

/** By PNG colour type: samples per pixel, and the valid bit depths. */
const COLOURS: ReadonlyMap<number, { readonly samples: number; readonly depths: readonly number[] }> = new Map([
  [0, { samples: 1, depths: [1, 2, 4, 8, 16] }],
  [2, { samples: 3, depths: [8, 16] }],
  [3, { samples: 1, depths: [1, 2, 4, 8] }],
  [4, { samples: 2, depths: [8, 16] }],
  [6, { samples: 4, depths: [8, 16] }],
]);
/** First column and row of each pass of an interlaced picture, and the steps to the next. */
const PASSES = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Of the filters that a row may name (PNG, 9.2), the last. */
const LAST_FILTER = 4;

/** Rows of equal length. Each has one more byte than its pixels, the first, which names its filter. */
interface Rows {
  readonly count: number;
  readonly bytes: number;
}

/**
 * Whether a stripped PNG expands to exactly the pixels that its header declares, no byte fewer or more, in rows with
 * known filters. The output is counted, not kept.
 */
export async function unfoldsAsSaid(bare: Buffer): Promise<boolean> {
  const announced = rowsAnnounced(bare);
  if (announced === null) return false;
  const starts = rowStarts(announced);
  let start = starts.next();
  const inflating = createInflate();
  inflating.end(Buffer.concat(pointsOf(bare)));
  let unfolded = 0;
  try {
    for await (const piece of inflating as AsyncIterable<Buffer>) {
      for (; !start.done && start.value < unfolded + piece.length; start = starts.next())
        if ((piece[start.value - unfolded] ?? 0) > LAST_FILTER) return false;
      unfolded += piece.length;
      if (start.done && unfolded > start.value) return false;
    }
  } catch {
    return false;
  } finally {
    inflating.destroy();
  }
  return start.done === true && unfolded === start.value;
}

/** Where each row starts; returns where the last one ends. */
function* rowStarts(rows: readonly Rows[]): Generator<number, number> {
  let at = 0;
  for (const { count, bytes } of rows) for (let row = 0; row < count; row += 1, at += bytes) yield at;
  return at;
}

/** `null` if the header has values that no PNG has. */
function rowsAnnounced(bare: Buffer): Rows[] | null {
  const [width, height] = [bare.readUInt32BE(16), bare.readUInt32BE(20)];
  const [depth = 0, colour = -1, compression, filter, interlace = -1] = bare.subarray(24, 29);
  const { samples, depths } = COLOURS.get(colour) ?? { samples: 0, depths: [] };
  if (!depths.includes(depth) || compression !== 0 || filter !== 0 || ![0, 1].includes(interlace)) return null;
  const bits = samples * depth;
  return interlace === 0
    ? [rowsOf(width, height, bits)]
    : PASSES.map(([column, line, right, down]) =>
        rowsOf(Math.ceil((width - column) / right), Math.ceil((height - line) / down), bits),
      );
}

function rowsOf(width: number, height: number, bits: number): Rows {
  return { count: width > 0 && height > 0 ? height : 0, bytes: Math.ceil((width * bits) / 8) + 1 };
}

function pointsOf(bare: Buffer): Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bare.length; at += 12 + bare.readUInt32BE(at)) {
    if (bare.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bare.subarray(at + 8, at + 8 + bare.readUInt32BE(at)));
  }
  return parts;
}
