import { crc32, deflateSync } from 'node:zlib';

const STEP = 17;
const MOST_COLOURS = 256;

/**
 * A drawing of few colours as a PNG with a palette: a tenth of what four bytes for each point take. Each channel is
 * rounded to sixteen levels, which lines and flat inks do not show.
 * `null` where that still leaves more than 256 colours.
 */
export function indexedPng(
  points: Uint8Array | Uint8ClampedArray,
  { width, height }: { readonly width: number; readonly height: number },
): Buffer | null {
  const palette = new Map<number, number>();
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const colour = rounded(points, (y * width + x) * 4);
      let index = palette.get(colour);
      if (index === undefined) {
        if (palette.size === MOST_COLOURS) return null;
        palette.set(colour, (index = palette.size));
      }
      rows[y * (width + 1) + 1 + x] = index;
    }
  }
  const colours = [...palette.keys()];
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.from([...wide(width), ...wide(height), 8, 3, 0, 0, 0])),
    chunk('PLTE', Buffer.from(colours.flatMap((one) => [(one >>> 24) & 255, (one >>> 16) & 255, (one >>> 8) & 255]))),
    chunk('tRNS', Buffer.from(colours.map((one) => one & 255))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** Red, green, blue and opacity in one number; what cannot be seen is all one colour. */
function rounded(points: Uint8Array | Uint8ClampedArray, at: number): number {
  const level = (channel: number) => Math.round((points[at + channel] ?? 0) / STEP) * STEP;
  const opacity = level(3);
  return opacity === 0 ? 0 : ((level(0) << 24) | (level(1) << 16) | (level(2) << 8) | opacity) >>> 0;
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type), body]);
  return Buffer.concat([Buffer.from(wide(body.length)), named, Buffer.from(wide(crc32(named)))]);
}

const wide = (value: number): number[] => [
  (value >>> 24) & 255,
  (value >>> 16) & 255,
  (value >>> 8) & 255,
  value & 255,
];
