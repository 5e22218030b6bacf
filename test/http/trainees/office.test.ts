import { deflateRawSync } from 'node:zlib';
import { TestAcademy } from '../../support/app.js';
import { signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';

const SHEET =
  '姓名,手机,邮箱,学历\n张 伟,138 0013 8000,zw@example.com,本科\n李娜1,,,\n阿依古丽•买买提,,ay@example.com,博导\n王芳,13900139000,,大专\n';

describe('a coordinator and the trainees on record', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const csv = (text: string | Buffer, name = '名单.csv') => ({
    field: 'file',
    name,
    type: 'text/csv',
    bytes: Buffer.from(text as string),
  });
  const hidden = (html: string) => /name="sheet" value="([^"]*)"/.exec(html)![1]!;

  test('enters a trainee, finds him by pinyin, and changes him', async () => {
    const browser = await signedIn(academy, 'coordinator');
    const page = await browser.submit(
      '/office/trainees',
      {
        name: '欧阳 娜娜',
        latinName: 'Ouyang Nana',
        phone: '+86 137-0013-7000',
        education: 'master',
        bornOn: '1999年5月1日',
        consent: '1',
      },
      '/office/trainees/new',
    );
    for (const said of ['欧阳娜娜', '13700137000', '硕士', '1999年5月1日', '还没有报名记录', '没有账户'])
      expect(wordsOf(page.text)).toContain(said);
    for (const q of ['ouyangnana', '欧阳', '137 0013', 'OUYANG'])
      expect(wordsOf((await browser.get(`/office/trainees?q=${encodeURIComponent(q)}`)).text)).toContain('欧阳娜娜');
    const edit = `${page.path}/edit`;
    const refused = await browser.post(page.path, { name: '欧阳娜娜', phone: '12', bornOn: '2030-01-01' }, edit);
    expect(refused.status).toBe(422);
    expect(wordsOf(refused.text)).toContain('出生日期应早于今天');
    expect(wordsOf((await browser.submit(page.path, { name: '欧阳娜娜', workplace: '浪潮' }, edit)).text)).toContain(
      '浪潮',
    );
  });

  test('imports a list: every row is judged, the valid ones are imported once', async () => {
    const browser = await signedIn(academy, 'coordinator');
    await browser.get('/office/trainees/import');
    const preview = await browser.upload('/office/trainees/import', {}, csv(SHEET));
    expect(preview.status).toBe(200);
    const words = wordsOf(preview.text);
    for (const said of ['UTF-8', '第 3 行', '请去掉数字', '第 4 行', '无法识别“博导”', '导入 2 行'])
      expect(words).toContain(said);
    const sheet = hidden(preview.text).replaceAll('&quot;', '"');
    expect(
      wordsOf((await browser.submit('/office/trainees/import/confirmation', { sheet, filename: '名单.csv' })).text),
    ).toContain('新增 2 人');
    expect(
      wordsOf((await browser.submit('/office/trainees/import/confirmation', { sheet, filename: '名单.csv' })).text),
    ).toContain('新增 0 人');
    const again = await browser.upload(
      '/office/trainees/import',
      {},
      csv('姓名,手机,工作单位\n张伟,13800138000,山大\n'),
    );
    expect(wordsOf(again.text)).toContain('可能已登记');
    expect(
      wordsOf(
        (await browser.submit('/office/trainees/import/confirmation', { sheet: hidden(again.text), filename: 'b.csv' }))
          .text,
      ),
    ).toContain('补充 1 人');
  });

  test('reads the GBK of Chinese Windows, and explains a workbook with a wrong extension', async () => {
    const browser = await signedIn(academy, 'coordinator');
    await browser.get('/office/trainees/import');
    const gbk = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb, 0x0d, 0x0a, 0xd5, 0xc5, 0xce, 0xb0, 0x0d, 0x0a]);
    expect(wordsOf((await browser.upload('/office/trainees/import', {}, { ...csv(''), bytes: gbk })).text)).toContain(
      'GB18030',
    );
    const workbook = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), deflateRawSync(Buffer.from('sheet'))]);
    const answer = await browser.upload('/office/trainees/import', {}, { ...csv(''), bytes: workbook });
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain('这是 Excel 工作簿');
    expect((await browser.post('/office/trainees/import', {})).status).toBe(422);
  });

  test('downloads the list for Excel, with Chinese intact and without formulas', async () => {
    const browser = await signedIn(academy, 'coordinator');
    await browser.submit('/office/trainees', { name: '秦岭', workplace: '=HYPERLINK("x")' }, '/office/trainees/new');
    const file = await browser.get('/office/trainees.csv?q=%E7%A7%A6%E5%B2%AD');
    expect(file.headers['content-type']).toContain('text/csv');
    expect(file.text.startsWith('\uFEFF姓名,')).toBe(true);
    expect(file.text).toContain('秦岭');
    expect(file.text).toContain("'=HYPERLINK");
    expect((await browser.get('/office/trainees/import/template.csv')).text).toContain('姓名,姓名拼音,邮箱');
  });

  test('other roles have no access, and unknown trainees give 404', async () => {
    expect((await (await signedIn(academy, 'trainee')).get('/office/trainees')).status).toBe(403);
    const browser = await signedIn(academy, 'coordinator');
    for (const id of ['x', '01961b7e-0000-7000-8000-000000000000'])
      expect((await browser.get(`/office/trainees/${id}`)).status).toBe(404);
    expect(wordsOf((await browser.get('/office/trainees?q=%25&training=certified')).text)).toContain(
      '没有符合条件的结果',
    );
  });
});
