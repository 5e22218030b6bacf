import { crc32, deflateSync } from 'node:zlib';
import { cleanPicture, isPicture } from '../../../src/platform/index.js';
import { createCanvas } from '@napi-rs/canvas';
import { measured } from '../../../src/platform/pictures/measure.js';
import { unfoldsAsSaid } from '../../../src/platform/pictures/unfold-png.js';
import { aRing } from '../../builders/rings.js';
import { measureEventLoop } from '../../support/event-loop.js';

const codeOf = async (bytes: Buffer): Promise<string | null> => {
  const outcome = await cleanPicture(bytes);
  return isPicture(outcome) ? null : outcome.code;
};

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

interface Png {
  readonly width: number;
  readonly height: number;
  readonly data: Buffer;
  /** Bits per sample. */
  readonly depth?: number;
  /** PNG's colour type. */
  readonly colour?: number;
  /** The bytes for compression, filter and interlacing. */
  readonly methods?: readonly [number, number, number];
}

function pngOf({ width, height, data, depth = 8, colour = 0, methods = [0, 0, 0] }: Png): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, ...methods], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const png = (width: number, height: number, data: Buffer): Buffer => pngOf({ width, height, data });

describe('an uploaded picture', () => {
  it('is stored as PNG or JPEG, scaled to what print can show', async () => {
    for (const type of ['png', 'jpeg'] as const) {
      const outcome = await cleanPicture(await aRing('#0f766e', { width: 1400, height: 700, type }));
      expect(outcome).toMatchObject({
        type: `image/${type}`,
        width: 700,
        height: 350,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      });
    }
  });

  it('is redrawn: nothing hidden in it is kept', async () => {
    const sent = await aRing('#b3262e');
    const hidden = Buffer.concat([
      sent.subarray(0, 33),
      chunk('tEXt', Buffer.from('Comment\0secret words')),
      sent.subarray(33),
      Buffer.from('<?php echo "secret words" ?>'),
    ]);
    const outcome = await cleanPicture(hidden);
    expect(isPicture(outcome) && !Buffer.from(outcome.bytes).includes('secret words')).toBe(true);
    expect(outcome).toEqual(await cleanPicture(sent));
  });

  it('keeps opaque pixels as they are', async () => {
    const outcome = await cleanPicture(await aRing('#b3262e'));
    expect(isPicture(outcome) && outcome.bytes[25]).toBe(6);
  });

  it('is refused before it is expanded if it declares too large a size', async () => {
    const bomb = png(30_000, 30_000, deflateSync(Buffer.alloc(4_000_000)));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await codeOf(bomb)).toBe('pictureTooManyPoints');
    expect(await codeOf(png(6000, 5999, deflateSync(Buffer.alloc(10))))).toBe('pictureTooManyPoints');
  });

  it('blocks nobody, even if some kilobytes expand to a hundred megabytes', async () => {
    const side = 3464;
    const folded = deflateSync(Buffer.alloc((side * 8 + 1) * side), { level: 1 });
    const sent = pngOf({ width: side, height: side, data: folded, depth: 16, colour: 6 });
    expect(sent.length).toBeLessThan(1024 * 1024);
    const { result, longestBlockMs } = await measureEventLoop(() => codeOf(sent));
    expect(result).toBeNull();
    expect(longestBlockMs).toBeLessThan(150);
  }, 60_000);

  it('is a PNG only with bit depths valid for its colour type, and is not expanded otherwise', async () => {
    const samples = [1, 0, 3, 1, 2, 0, 4];
    const allowed: Record<number, number[]> = {};
    for (const colour of samples.keys())
      for (const depth of [0, 1, 2, 3, 4, 8, 12, 16, 32, 255]) {
        const line = Math.ceil((40 * (samples[colour] ?? 0) * depth) / 8) + 1;
        const sent = pngOf({ width: 40, height: 40, data: deflateSync(Buffer.alloc(line * 40)), depth, colour });
        if (await unfoldsAsSaid(sent)) (allowed[colour] ??= []).push(depth);
      }
    expect(allowed).toEqual({ 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] });
    const data = deflateSync(Buffer.alloc((40 * 4 * 32 + 1) * 40));
    expect(await codeOf(pngOf({ width: 40, height: 40, data, depth: 255, colour: 6 }))).toBe('pictureBroken');
  });

  it.each([
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 2],
  ] as const)('is refused with methods that no PNG has: %i %i %i', async (...methods) => {
    const data = deflateSync(Buffer.alloc(41 * 40));
    expect(await unfoldsAsSaid(pngOf({ width: 40, height: 40, data }))).toBe(true);
    expect(await unfoldsAsSaid(pngOf({ width: 40, height: 40, data, methods }))).toBe(false);
  });

  it('is refused with a filter that no PNG has, in any of its rows', async () => {
    const withFilter = (filter: number, row: number): Buffer => {
      const points = Buffer.alloc(41 * 40);
      points[41 * row] = filter;
      return pngOf({ width: 40, height: 40, data: deflateSync(points) });
    };
    expect(await codeOf(withFilter(4, 20))).toBeNull();
    for (const row of [0, 20, 39])
      for (const filter of [5, 9, 255]) expect(await codeOf(withFilter(filter, row))).toBe('pictureBroken');
    const interlaced = Buffer.alloc(6 * 5 + 6 * 5 + 11 * 5 + 11 * 10 + 21 * 10 + 21 * 20 + 41 * 20);
    interlaced[6 * 5] = 9;
    const sent = { width: 40, height: 40, data: deflateSync(interlaced), methods: [0, 0, 1] } as const;
    expect(await unfoldsAsSaid(pngOf(sent))).toBe(false);
  });

  it('expands to exactly the bytes that its header declares, interlaced or not', async () => {
    // 40 by 40 pixels in seven passes: 5, 5, 10, 10, 20, 20 and 40 wide, 5, 5, 5, 10, 10, 20 and 20 high.
    const interlaced = 6 * 5 + 6 * 5 + 11 * 5 + 11 * 10 + 21 * 10 + 21 * 20 + 41 * 20;
    for (const [methods, bytes] of [
      [[0, 0, 0], 41 * 40],
      [[0, 0, 1], interlaced],
    ] as const)
      for (const more of [-1, 0, 1, 1_000_000]) {
        const data = deflateSync(Buffer.alloc(bytes + more));
        expect(await codeOf(pngOf({ width: 40, height: 40, data, methods }))).toBe(more === 0 ? null : 'pictureBroken');
      }
  });

  it('keeps none of the expanded bytes', async () => {
    const side = 3464;
    const data = deflateSync(Buffer.alloc((side * 8 + 1) * side), { level: 1 });
    const sent = pngOf({ width: side, height: side, data, depth: 16, colour: 6 });
    let most = 0;
    const before = process.memoryUsage().arrayBuffers;
    const watching = setInterval(() => (most = Math.max(most, process.memoryUsage().arrayBuffers - before)), 1);
    expect(await unfoldsAsSaid(sent)).toBe(true);
    clearInterval(watching);
    expect(most).toBeLessThan(48 * 1024 * 1024);
  }, 60_000);

  it.each([
    ['kept for arithmetic coding', 0x01],
    ['of a restart', 0xd0],
    ['of a beginning', 0xd8],
    ['that is none', 0x00],
  ])('is refused if a marker without a length hides a larger picture: %s', async (_, marker) => {
    const small = createCanvas(64, 64).toBuffer('image/jpeg');
    const large = Buffer.from(small);
    const head = large.indexOf(Buffer.from([0xff, 0xc0]));
    large.writeUInt16BE(20_000, head + 5);
    large.writeUInt16BE(20_000, head + 7);
    // Read as a length, FF C0 skips the whole larger picture.
    const hidden = Buffer.concat([large.subarray(head), Buffer.alloc(0xffc0 - (large.length - head))]);
    const sent = Buffer.concat([small.subarray(0, 2), Buffer.from([0xff, marker]), hidden, small.subarray(2)]);
    expect(await codeOf(sent)).toBe('pictureUnknown');
  });

  it.each([
    ['twelve bits a sample', 4, 12],
    ['two components', 9, 2],
    ['a frame without loss', 1, 0xc3],
  ])('is refused as a JPEG with %s', async (_, at, value) => {
    const sent = createCanvas(64, 64).toBuffer('image/jpeg');
    sent[sent.indexOf(Buffer.from([0xff, 0xc0])) + at] = value;
    expect(await codeOf(sent)).toBe('pictureUnknown');
  });

  it('is refused if it declares two sizes: it could be measured by one and drawn by the other', () => {
    const picture = createCanvas(64, 64).toBuffer('image/jpeg');
    const [scan, head] = [picture.indexOf(Buffer.from([0xff, 0xda])), picture.indexOf(Buffer.from([0xff, 0xc0]))];
    const frame = picture.subarray(head, head + 2 + picture.readUInt16BE(head + 2));
    const huge = Buffer.from(frame);
    huge.writeUInt16BE(20_000, 5);
    huge.writeUInt16BE(20_000, 7);
    expect(measured(picture)).toMatchObject({ width: 64, height: 64 });
    expect(measured(Buffer.concat([picture.subarray(0, scan), huge, picture.subarray(scan)]))).toBeNull();
    expect(measured(Buffer.concat([picture.subarray(0, head), huge, picture.subarray(head)]))).toBeNull();
  });

  it('is refused wherever it is cut off, although a decoder would draw it', async () => {
    for (const type of ['png', 'jpeg'] as const) {
      const whole = await aRing('#b3262e', { width: 300, height: 300, type });
      expect(await codeOf(whole)).toBeNull();
      for (const left of [0.5, 0.9, 0.999])
        expect(await codeOf(whole.subarray(0, Math.floor(whole.length * left)))).toMatch(/^picture(?:Broken|Unknown)$/);
    }
    const jpeg = await aRing('#b3262e', { width: 300, height: 300, type: 'jpeg' });
    for (const missing of [1, 2, 20, 500])
      expect([missing, await codeOf(jpeg.subarray(0, jpeg.length - missing))]).toEqual([missing, 'pictureBroken']);
  });

  it.each([
    ['a megabyte and more', Buffer.alloc(1024 * 1024 + 1), 'pictureTooBig'],
    ['a text', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'pictureUnknown'],
    ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00'), 'pictureUnknown'],
    ['nothing', Buffer.alloc(0), 'pictureUnknown'],
    ['a PNG cut off', png(100, 100, deflateSync(Buffer.alloc(200))).subarray(0, 40), 'pictureUnknown'],
    ['a PNG of nonsense', png(100, 100, Buffer.from('nonsense')), 'pictureBroken'],
    ['a speck', png(3, 3, deflateSync(Buffer.alloc(12))), 'pictureTooSmall'],
    ['a JPEG without a scan', Buffer.from([0xff, 0xd8, 0xff, 0xd9, 0, 0]), 'pictureUnknown'],
  ])('is refused if it is %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});
