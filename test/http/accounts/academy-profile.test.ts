import { loadImage } from '@napi-rs/canvas';
import { deflateSync } from 'node:zlib';
import { aChunk } from '../../builders/pictures.js';
import { aRing } from '../../builders/rings.js';
import { signedIn } from '../../support/people.js';
import { TestAcademy } from '../../support/app.js';
import { type Answer, type WebClient, wordsOf } from '../../support/web-client.js';

const PNG_BEGINS = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const sizeOf = async (bytes: Buffer): Promise<[number, number]> => {
  const { width, height } = await loadImage(bytes);
  return [width, height];
};

let academy: TestAcademy;
let administrator: WebClient;

beforeAll(async () => {
  academy = await TestAcademy.open();
  administrator = await signedIn(academy, 'administrator');
});
afterAll(() => academy.close());

describe('the academy', () => {
  test('shows its new name on the next page, in both languages', async () => {
    const fields = {
      nameZh: '泉城信息技术学院',
      nameEn: 'Springs Academy',
      placeZh: '济南高新区',
      placeEn: '',
      contactEmail: '',
      contactPhone: '0531-88880000',
    };
    await administrator.submit('/office/academy', fields, '/office/academy');
    expect((await academy.client('zh-CN').get('/sign-in')).text).toContain('泉城信息技术学院');
    expect((await academy.client('en').get('/sign-in')).text).toContain('Springs Academy');
    expect(wordsOf((await administrator.get('/office/audit?act=academy.described')).text)).toContain(
      '→ 泉城信息技术学院',
    );
  });

  describe('a logo', () => {
    const upload = async (bytes: Buffer): Promise<Answer> => {
      await administrator.get('/office/academy');
      return administrator.upload(
        '/office/academy/logo',
        {},
        { field: 'logo', name: 'logo.png', type: 'image/png', bytes },
      );
    };

    test.each(['png', 'jpeg'] as const)(
      'is redrawn from the pixels of a %s, shown to everybody, and can be removed',
      async (type) => {
        const sent = await aRing('#0f766e', { width: 120, height: 120, type });
        const comment = Buffer.from('hidden words');
        expect((await upload(Buffer.concat([sent, comment]))).status).toBe(303);
        const shown = await academy.client().get('/academy/logo');
        expect([shown.headers['content-type'], shown.headers['x-content-type-options']]).toEqual([
          `image/${type}`,
          'nosniff',
        ]);
        expect(await sizeOf(Buffer.from(shown.bytes))).toEqual([120, 120]);
        expect(Buffer.from(shown.bytes).includes(comment)).toBe(false);
        await administrator.submit('/office/academy/logo/removal', {}, '/office/academy');
        expect((await academy.client().get('/academy/logo')).status).toBe(404);
      },
    );

    const header = (width: number, height: number): Buffer => {
      const data = Buffer.alloc(13);
      data.writeUInt32BE(width, 0);
      data.writeUInt32BE(height, 4);
      data.set([8, 0, 0, 0, 0], 8);
      return Buffer.concat([PNG_BEGINS, aChunk('IHDR', data)]);
    };
    const png = (width: number, height: number, packed: Buffer): Buffer =>
      Buffer.concat([header(width, height), aChunk('IDAT', packed), aChunk('IEND', Buffer.alloc(0))]);

    test.each<[string, () => Promise<Buffer> | Buffer, string]>([
      ['is no picture', () => Buffer.from('<svg onload="alert(1)"/>'), '校徽请用 PNG 或 JPEG 图片'],
      ['only begins like one', () => Buffer.concat([PNG_BEGINS, Buffer.from([1, 2, 3])]), '校徽请用 PNG 或 JPEG 图片'],
      [
        'has more bytes than it may',
        () => Buffer.concat([PNG_BEGINS, Buffer.alloc(200 * 1024)]),
        '图片太大，请选 200 KB 以内的',
      ],
      [
        'unfolds to more points than it may',
        () => png(30_000, 30_000, deflateSync(Buffer.alloc(4_000_000))),
        '校徽有 30,000 × 30,000 像素，太大',
      ],
      ['unfolds to more than its head says', () => png(100, 100, deflateSync(Buffer.alloc(4_000_000))), '图片打不开'],
      ['is a speck', () => png(3, 3, deflateSync(Buffer.alloc(12))), '校徽只有 3 × 3 像素'],
      [
        'is half a PNG',
        async () => {
          const whole = await aRing('#0f766e');
          return whole.subarray(0, whole.length / 2);
        },
        '校徽请用 PNG 或 JPEG 图片',
      ],
      [
        'is half a JPEG',
        async () => {
          const whole = await aRing('#0f766e', { width: 300, height: 300, type: 'jpeg' });
          return whole.subarray(0, whole.length - 300);
        },
        '图片打不开',
      ],
    ])('that %s is refused beside its field', async (_, bytes, said) => {
      const answer = await upload(await bytes());
      expect([answer.status, /id="field-logo-error"/.test(answer.text)]).toEqual([422, true]);
      expect(wordsOf(answer.text)).toContain(said);
      expect((await academy.client().get('/academy/logo')).status).toBe(404);
    });
  });
});
