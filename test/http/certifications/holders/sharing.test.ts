import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';
import { held } from '../held.js';
import { certificateSteps } from '../certificate-steps.js';

const A_DAY = 24 * 3600_000;

describe('a link that a holder gives to somebody', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { revoke } = certificateSteps(() => academy);

  it.each([
    ['verdict', { number: false, pdf: 404 }],
    ['facts', { number: true, pdf: 404 }],
    ['everything', { number: true, pdf: 200 }],
  ] as const)('of scope %s shows so much and no more', async (scope, { number, pdf }) => {
    const { row, link } = await held(academy, `尚${scope.length}`);
    const address = await link({ scope, days: '30' });
    const answer = await academy.client().get(address);
    expect([answer.status, answer.headers['x-robots-tag'], answer.headers['referrer-policy']]).toEqual([
      200,
      'noindex',
      'no-referrer',
    ]);
    for (const said of ['这份证书有效', `尚${scope.length}`, '云计算管理员'])
      expect(wordsOf(answer.text)).toContain(said);
    expect([answer.text.includes(row.number), answer.text.includes(row.token)]).toEqual([number, false]);
    for (const form of ['pdf', 'svg']) expect((await academy.client().get(`${address}.${form}`)).status).toBe(pdf);
  });

  it('works while the certificate is hidden, and says when it was revoked', async () => {
    const { row, holder, path, link } = await held(academy, '容止');
    await holder.submit(`${path}/hiding`, {}, path);
    const address = await link({ scope: 'facts', days: '1' });
    expect(wordsOf((await academy.client('en').get(address)).text)).toContain('This certificate is valid');
    await revoke(row);
    expect(wordsOf((await academy.client().get(address)).text)).toContain('这份证书已被吊销');
  });

  it.each([
    ['verdict', false],
    ['facts', true],
  ] as const)(
    'of scope %s says that the certificate was replaced; whether with its number: %s',
    async (scope, named) => {
      const { row, link } = await held(academy, '梅长苏');
      const address = await link({ scope, days: '30' });
      const path = `/office/certificates/${row.id}/replacement`;
      const office = await signedIn(academy, 'coordinator');
      await office.submit(
        path,
        { name: '梅长苏', latinName: 'Mei Changsu', reasonClass: 'nameCorrected', reason: '更正拼音' },
        path,
      );
      const [next] = await academy.app
        .get(ReadDatabase)
        .query<{ number: string }>(sql`SELECT number AS "number" FROM certificate WHERE supersedes_id = ${row.id}`);
      const page = (await academy.client().get(address)).text;
      expect(wordsOf(page)).toContain('已换发');
      expect(page.includes(next!.number)).toBe(named);
    },
  );

  it('says that it has expired, and never that the certificate is bad', async () => {
    const { link } = await held(academy, '莫言');
    const address = await link({ scope: 'everything', days: '1' });
    academy.clock.moveTo(TEST_START + A_DAY);
    const answer = await academy.client().get(address);
    expect([answer.status, wordsOf(answer.text)]).toEqual([410, expect.stringContaining('这个链接已到期') as string]);
    expect(wordsOf(answer.text)).toContain('不代表证书有问题');
    for (const kept of ['莫言', '无效', '云计算管理员']) expect(answer.text).not.toContain(kept);
    expect((await academy.client().get(`${address}.pdf`)).status).toBe(404);
  });

  it('is ended by its holder at once, and by nobody else', async () => {
    const { holder, path, link } = await held(academy, '莫愁');
    const address = await link({ scope: 'facts', days: '180' });
    const ending = /action="([^"]*\/ending)"/.exec((await holder.get(path)).text.replaceAll('&#x3D;', '='))?.[1] ?? '';
    const { holder: other } = await held(academy, '旁人');
    expect((await other.post(ending, {}, '/my/certificates')).status).toBe(404);
    expect(wordsOf((await holder.submit(ending, {}, path)).text)).toContain('已停用');
    const answer = await academy.client('en').get(address);
    expect([answer.status, wordsOf(answer.text)]).toEqual([
      410,
      expect.stringContaining('The holder has turned off this link') as string,
    ]);
  });

  it('is answered like nothing where there never was one', async () => {
    expect((await academy.client().get('/s/nosuchsecretnosuchsecret123')).status).toBe(404);
  });

  it('is kept as a fingerprint: the database does not hold the secret', async () => {
    const { row, link } = await held(academy, '宫羽');
    const secret = (await link({ scope: 'facts', days: '7' })).slice(3);
    const rows = await academy.app
      .get(ReadDatabase)
      .query<Record<string, unknown>>(sql`SELECT * FROM share_link WHERE certificate_id = ${row.id}`);
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(secret);
    const audit = await academy.app
      .get(ReadDatabase)
      .query<{ detail: string }>(sql`SELECT detail AS "detail" FROM audit_entry WHERE subject_id = ${row.id}`);
    expect(JSON.stringify(audit)).not.toContain(secret);
  });

  it.each([
    ['', 'facts', '30', '给谁用'],
    ['x', 'all', '30', ''],
    ['x', 'facts', '0', '1'],
    ['x', 'facts', '181', '180'],
    ['x', 'facts', 'soon', ''],
  ])('is not made of %j, %j, %j', async (label, scope, days, said) => {
    const { holder, path } = await held(academy, '测试');
    const answer = await holder.post(`${path}/links`, { label, scope, days }, path);
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(said) as string]);
  });

  it('tells its holder who looked, when and with what; the holder’s own look does not count', async () => {
    const { row, holder, path, link } = await held(academy, '沈眉');
    const address = await link({ label: '黄河银行', scope: 'facts', days: '30' });
    await holder.get(address);
    expect(wordsOf((await holder.get(path)).text)).toContain('还没有人看过');
    academy.clock.moveTo(TEST_START + 3600_000);
    await academy
      .client()
      .get(address, { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/116.0 Mobile MicroMessenger/8.0' });
    await academy.client().post('/verify', { number: row.number, name: '沈眉' }, '/verify');
    const page = wordsOf((await holder.get(path)).text);
    for (const said of ['黄河银行', '2026年3月2日 10:00', '手机 · WeChat', '编号与姓名核验', '打开过 1 次'])
      expect(page).toContain(said);
    expect(page).not.toContain('127.0.0.1');
    const office = wordsOf((await (await signedIn(academy, 'coordinator')).get(`/office/certificates/${row.id}`)).text);
    expect(office).toContain('黄河银行');
  });

  it('writes one look a minute of somebody who opens it over and over, and one of everybody else', async () => {
    const { row, link } = await held(academy, '秦般若');
    const address = await link({ label: '银行', scope: 'facts', days: '30' });
    const looks = async (): Promise<number> =>
      (
        await academy.app
          .get(ReadDatabase)
          .query(sql`SELECT id AS "id" FROM certificate_view WHERE certificate_id = ${row.id}`)
      ).length;
    const phone = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/116.0 Mobile MicroMessenger/8.0' };
    await Promise.all(Array.from({ length: 20 }, () => academy.client().get(address)));
    expect(await looks()).toBe(1);
    await academy.client().get(address, phone);
    expect(await looks()).toBe(2);
    await academy.app.inject({ method: 'GET', url: address, remoteAddress: '10.1.2.3' });
    expect(await looks()).toBe(3);
    academy.clock.moveTo(academy.clock.now() + 61_000);
    await academy.client().get(address);
    expect(await looks()).toBe(4);
  });
});
