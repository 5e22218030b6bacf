import { crc32, deflateSync } from 'node:zlib';
import { cleanPicture, isPicture } from '../../../src/platform/index.js';
import { createCanvas } from '@napi-rs/canvas';
import { measured } from '../../../src/platform/pictures/measure.js';
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
  /** Bits a sample. */
  readonly depth?: number;
  /** As PNG numbers the kinds of colour. */
  readonly colour?: number;
}

function pngOf({ width, height, data, depth = 8, colour = 0 }: Png): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([depth, colour, 0, 0, 0], 8);
  return Buffer.concat([SIGNATURE, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))]);
}

const png = (width: number, height: number, data: Buffer): Buffer => pngOf({ width, height, data });

describe('a sent picture', () => {
  it('is kept as PNG or JPEG, scaled to what paper shows', async () => {
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

  it('is drawn anew: nothing hidden in it is kept', async () => {
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

  it('keeps what cannot be seen through as it is', async () => {
    const outcome = await cleanPicture(await aRing('#b3262e'));
    expect(isPicture(outcome) && outcome.bytes[25]).toBe(6);
  });

  it('that says it is larger than it may be is refused before it is unfolded', async () => {
    const bomb = png(30_000, 30_000, deflateSync(Buffer.alloc(4_000_000)));
    expect(bomb.length).toBeLessThan(20_000);
    expect(await codeOf(bomb)).toBe('pictureTooManyPoints');
    expect(await codeOf(png(6000, 5999, deflateSync(Buffer.alloc(10))))).toBe('pictureTooManyPoints');
  });

  it('keeps nobody waiting, though some kilobytes of it unfold to a hundred megabytes', async () => {
    const side = 3464;
    const folded = deflateSync(Buffer.alloc((side * 8 + 1) * side), { level: 1 });
    const sent = pngOf({ width: side, height: side, data: folded, depth: 16, colour: 6 });
    expect(sent.length).toBeLessThan(1024 * 1024);
    const { result, longestBlockMs } = await measureEventLoop(() => codeOf(sent));
    expect(result).toBeNull();
    expect(longestBlockMs).toBeLessThan(150);
  }, 60_000);

  it('that says two sizes is refused: it may be measured by one and drawn by the other', () => {
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

  it('that is cut off is refused wherever its end is missing, though a decoder would draw it', async () => {
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
  ])('that is %s is refused', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toBe(code);
  });
});
