import { loadImage } from '@napi-rs/canvas';
import { deflateSync } from 'node:zlib';
import { aChunk } from '../../builders/pictures.js';
import { aRing } from '../../builders/rings.js';
import { CAST, person, signedIn } from '../../support/people.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';
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

/** Opens the newest letter to somebody in the outbox and answers the path that it links to. */
async function linkMailedTo(email: string): Promise<string> {
  const list = await administrator.get(`/office/outbox?q=${encodeURIComponent(email)}`);
  const letter = /href="(\/office\/outbox\/[0-9a-f-]{36})"/.exec(list.text)?.[1] ?? '';
  return /href="(\/password-reset\/[\w-]+)"/.exec((await administrator.get(letter)).text)?.[1] ?? '';
}

async function invite(email: string, roles: readonly string[] = ['coordinator']): Promise<string> {
  const answer = await administrator.post(
    '/office/accounts',
    { name: '孙丽', email, roles, language: 'zh-CN' },
    '/office/accounts/new',
  );
  return answer.location ?? '';
}

describe('people who are invited', () => {
  test('choose a password by the mailed link and may do what their role may', async () => {
    const account = await invite('sun.li@academy.example');
    expect(wordsOf((await administrator.get(account)).text)).toContain('已邀请');
    const newcomer = academy.client();
    const link = await linkMailedTo('sun.li@academy.example');
    expect((await newcomer.post(link, { password: 'a long enough one' }, link)).location).toBe('/sign-in');
    const home = await newcomer.submit(
      '/sign-in',
      { email: 'sun.li@academy.example', password: 'a long enough one' },
      '/sign-in',
    );
    expect(home.path).toBe('/office');
    expect((await newcomer.get('/office/accounts')).status).toBe(403);
    expect(wordsOf((await administrator.get(account)).text)).toContain('使用中');
  });

  test('an address that has an account is refused beside its field, with everything typed kept', async () => {
    const answer = await administrator.post(
      '/office/accounts',
      { name: '又一人', email: FOUNDER.email.toUpperCase(), roles: ['instructor'], language: 'en' },
      '/office/accounts/new',
    );
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(/id="field-email-error"/);
    expect(answer.text).toContain('value="又一人"');
    expect(answer.text).toMatch(/value="instructor" checked/);
  });

  test('a role is needed, and none that the form does not offer is taken', async () => {
    expect(
      (await administrator.post('/office/accounts', { name: '甲', email: 'jia@academy.example', language: 'en' }))
        .status,
    ).toBe(422);
    expect(
      (
        await administrator.post('/office/accounts', {
          name: '甲',
          email: 'jia@academy.example',
          roles: 'trainee',
          language: 'en',
        })
      ).status,
    ).toBe(422);
  });

  test('a second invitation ends the first one’s link', async () => {
    const account = await invite('qian@academy.example');
    const first = await linkMailedTo('qian@academy.example');
    academy.clock.moveTo(academy.clock.now() + 1000);
    await administrator.submit(`${account}/invitation`, {}, account);
    expect(await linkMailedTo('qian@academy.example')).not.toBe(first);
    const visitor = academy.client();
    expect((await visitor.post(first, { password: 'a long enough one' }, first)).status).toBe(422);
  });
});

describe('roles', () => {
  test('change what an open browser may do at its next page', async () => {
    const account = await invite('zhou.wu@academy.example', ['instructor']);
    const id = account.split('/').at(-1)!;
    const browser = await signedIn(academy, {
      id,
      name: '孙丽',
      email: 'zhou.wu@academy.example',
      roles: ['instructor'],
    });
    expect((await browser.get('/office')).status).toBe(403);
    await administrator.submit(`${account}/roles`, { roles: ['instructor', 'coordinator'] }, account);
    expect((await browser.get('/office')).status).toBe(200);
  });

  test('the last administrator who can sign in stays one', async () => {
    const { id } = await person(academy, 'administrator');
    const invited = await invite('never.came@academy.example', ['administrator']);
    const answer = await administrator.post(
      `/office/accounts/${id}/roles`,
      { roles: ['coordinator'] },
      `/office/accounts/${id}`,
    );
    expect(answer.status).toBe(422);
    expect((await administrator.get('/office/accounts')).status).toBe(200);
    expect((await administrator.get(`${invited}`)).status).toBe(200);
  });
});

describe('a suspended account', () => {
  test('is signed out everywhere, cannot sign in, and comes back as it was', async () => {
    const { id } = await person(academy, 'coordinator');
    const browser = await signedIn(academy, 'coordinator');
    expect((await browser.get('/office')).status).toBe(200);
    expect((await administrator.get(`/office/accounts/${id}/suspension`)).text).toContain(CAST.coordinator.email);
    await administrator.submit(`/office/accounts/${id}/suspension`, {}, `/office/accounts/${id}/suspension`);
    expect((await browser.get('/office')).location).toContain('/sign-in');
    await administrator.submit(`/office/accounts/${id}/reinstatement`, {}, `/office/accounts/${id}`);
    expect((await (await signedIn(academy, 'coordinator')).get('/office')).status).toBe(200);
  });

  test('is never one’s own', async () => {
    const { id } = await person(academy, 'administrator');
    const answer = await administrator.post(
      `/office/accounts/${id}/suspension`,
      {},
      `/office/accounts/${id}/suspension`,
    );
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('不能停用自己的账户');
  });

  test('that does not exist is not found', async () => {
    expect((await administrator.get('/office/accounts/nobody')).status).toBe(404);
    expect((await administrator.get('/office/accounts/00000000-0000-7000-8000-000000000000')).status).toBe(404);
  });
});

describe('the academy', () => {
  test('carries its new name on the next page, in both languages', async () => {
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
      'is drawn anew from the points of a %s, shown to everybody, and can be removed',
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

describe('the audit trail', () => {
  test('is found by act, by person and by day, and says what changed in words', async () => {
    await invite('audited@academy.example', ['instructor']);
    const found = async (query: string) => wordsOf((await administrator.get(`/office/audit?${query}`)).text);
    expect(await found('act=account.opened&subject=audited')).toContain('开通账户');
    expect(await found('act=account.opened&subject=audited')).toContain('讲师');
    expect(
      await found(
        `person=${encodeURIComponent(FOUNDER.name)}&subject=audited&from=2026-3-2&until=${encodeURIComponent('3月2日')}`,
      ),
    ).toContain('共 1 条记录');
    expect(await found('subject=audited&until=2026-3-1')).toContain('没有符合条件的结果');
    expect(await found('subject=100%25_no')).toContain('没有符合条件的结果');
  });

  test('a day that is none, and an end before the beginning, are said beside their fields', async () => {
    const wrong = await administrator.get('/office/audit?from=2026-2-30');
    expect([wrong.status, /id="field-from-error"/.test(wrong.text)]).toEqual([422, true]);
    const reversed = await administrator.get('/office/audit?from=2026-3-2&until=2026-3-1');
    expect([reversed.status, /id="field-until-error"/.test(reversed.text)]).toEqual([422, true]);
  });
});

describe('doors', () => {
  test.each(['/office/accounts', '/office/accounts/new', '/office/academy', '/office/audit', '/office/outbox'])(
    '%s opens to administrators only',
    async (path) => {
      expect((await administrator.get(path)).status).toBe(200);
      expect((await (await signedIn(academy, 'coordinator')).get(path)).status).toBe(403);
      expect((await academy.client().get(path)).location).toContain('/sign-in');
    },
  );
});
