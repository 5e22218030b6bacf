import sql from 'sql-template-tag';
import { VerifyCertificate } from '../../../../src/certifications/index.js';
import { VerifyFile } from '../../../../src/certifications/verification/actions/verify-file.js';
import { Jobs, ReadDatabase, readTable, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TEST_START, TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { documentsOf } from '../sealed.js';
import { type Row, certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

interface Kept {
  readonly kind: string;
  readonly certificateId: string | null;
  readonly number: string | null;
  readonly name: string | null;
  readonly verdict: string;
  readonly purpose: string | null;
  readonly by: string;
}

describe('what an employer’s people check on the page', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(() => academy.clock.moveTo(TEST_START));
  afterAll(() => academy.close());
  const { one, revoke } = certificateSteps(() => academy);

  const visiting = async () => {
    const employer = await anEmployer(academy);
    return { employer, browser: await signedIn(academy, employer.contact) };
  };
  const keptOf = ({ id }: BuiltEmployer): Promise<Kept[]> =>
    academy.app.get(ReadDatabase).query<Kept>(sql`
    SELECT kind AS "kind", certificate_id AS "certificateId", asked_number AS "number", asked_name AS "name", verdict AS "verdict", purpose AS "purpose", asked_by_name AS "by"
    FROM verification_record WHERE employer_id = ${id} ORDER BY id`);
  const looksAt = async ({ id }: Row): Promise<number> =>
    (await academy.app.get(ReadDatabase).query(sql`SELECT id FROM certificate_view WHERE certificate_id = ${id}`))
      .length;
  const check = (browser: WebClient, number: string, name: string): Promise<Answer> =>
    browser.post('/verify', { number, name }, '/verify');
  const hand = async (browser: WebClient, bytes: Buffer): Promise<Answer> => {
    await browser.get('/verify');
    return browser.upload('/verify/file', {}, { field: 'file', name: 'f', type: 'application/octet-stream', bytes });
  };

  it('is kept by number and name, right, wrong and mistyped, and is no second look in the holder’s register', async () => {
    const [{ row }, { employer, browser }] = [await one('沐云', null), await visiting()];
    expect((await check(browser, row.number, '沐云')).location).toBe(`/c/${row.token}`);
    expect((await check(browser, row.number, '别人')).status).toBe(422);
    expect((await check(browser, row.number.slice(0, -3), '沐云')).status).toBe(422);
    const asked = { kind: 'page', purpose: null, by: employer.contact.name };
    expect(await keptOf(employer)).toEqual([
      { ...asked, certificateId: row.id, number: row.number, name: '沐云', verdict: 'valid' },
      { ...asked, certificateId: null, number: row.number, name: '别人', verdict: 'notFound' },
      {
        ...asked,
        certificateId: null,
        number: row.number.slice(0, -3),
        name: '沐云',
        verdict: expect.any(String) as string,
      },
    ]);
    expect(await looksAt(row)).toBe(0);
  });

  it('is kept by a pasted address, by a file of the certificate, by another file, and by a receipt', async () => {
    const [{ row }, { employer, browser }] = [await one('沐雨', null), await visiting()];
    const { pdf } = await documentsOf(academy, row);
    expect((await check(browser, `http://academy.example/c/${row.token}`, '')).location).toBe(`/c/${row.token}`);
    await hand(browser, pdf);
    await hand(browser, Buffer.from('%PDF-1.7 of somebody'));
    await browser.get(`/verify/receipts/new?token=${row.token}`);
    await browser.submit('/verify/receipts', { token: row.token }, `/verify/receipts/new?token=${row.token}`);
    const kept = await keptOf(employer);
    expect(kept.map(({ certificateId, number, name }) => [certificateId, number, name])).toEqual([
      [row.id, row.number, '沐雨'],
      [row.id, row.number, '沐雨'],
      [null, null, null],
      [row.id, row.number, '沐雨'],
    ]);
    expect(kept.map(({ verdict }) => verdict === 'valid')).toEqual([true, true, false, true]);
    const history = wordsOf((await browser.get('/employer/history')).text);
    for (const said of ['共 4 条', '沐雨', '上传的文件', '页面']) expect(history).toContain(said);
  });

  it('is neither answered nor recorded as valid if the certificate is revoked before the answer', async () => {
    const [{ row: typed }, { row: handed }] = [await one('沐青', null), await one('沐蓝', null)];
    const { employer, browser } = await visiting();
    const { pdf } = await documentsOf(academy, handed);
    const [numbers, files] = [academy.app.get(VerifyCertificate), academy.app.get(VerifyFile)];
    const [byNumber, byFile] = [numbers.byNumber.bind(numbers), files.execute.bind(files)];
    numbers.byNumber = async (row) => {
      const looked = await byNumber(row);
      await revoke(typed);
      return looked;
    };
    files.execute = async (bytes) => {
      const looked = await byFile(bytes);
      await revoke(handed);
      return looked;
    };
    try {
      expect((await check(browser, typed.number, '沐青')).status).toBe(422);
      expect(wordsOf((await hand(browser, pdf)).text)).toContain('未能核验');
      expect((await keptOf(employer)).map(({ verdict }) => verdict)).toEqual(['couldNotCheck', 'couldNotCheck']);
    } finally {
      [numbers.byNumber, files.execute] = [byNumber, byFile];
    }
    expect((await check(browser, typed.number, '沐青')).location).toBe(`/c/${typed.token}`);
    expect((await keptOf(employer)).at(-1)?.verdict).toBe('revoked');
  });

  it('leaves nothing of those who act for no employer: their look stays nobody’s', async () => {
    const { row } = await one('沐风', null);
    await check(academy.client(), row.number, '沐风');
    expect(await looksAt(row)).toBe(1);
    expect(
      await academy.app
        .get(ReadDatabase)
        .query(sql`SELECT id FROM verification_record WHERE certificate_id = ${row.id}`),
    ).toEqual([]);
  });

  it('appears with lists and API verifications: in the history and its files, to the holder and to the office', async () => {
    const [{ scenario, row }, { employer, browser }] = [await one('沐阳', null), await visiting()];
    await check(browser, row.number, '沐阳');
    await startedList(browser, await xlsxOf(['证书编号', '姓名'], [[row.number, '沐阳']]), { purpose: '校招' });
    await academy.app.get(Jobs).finish();
    await academy.client().request({
      method: 'POST',
      path: '/api/v1/verifications',
      headers: { authorization: `Bearer ${employer.key}`, 'content-type': 'application/json' },
      payload: JSON.stringify({ purpose: '背景调查', number: row.number, name: '沐阳' }),
    });
    const csv = (await browser.get('/employer/history.csv?kind=page')).text;
    expect(csv.trim().split('\n')).toHaveLength(2);
    expect(csv).toContain(row.number);
    const sheet = await readTable((await browser.get('/employer/history.xlsx')).bytes, 10);
    if (typeof sheet === 'string') throw new Error(sheet);
    expect(
      sheet.rows
        .slice(1)
        .map(({ cells }) => cells[1])
        .sort(),
    ).toEqual(['名单', '接口', '页面'].sort());
    const holder = await signedIn(academy, scenario.trainees[0]!);
    expect(wordsOf((await holder.get(`/my/certificates/${row.id}`)).text).split(employer.name)).toHaveLength(4);
    const office = await signedIn(academy, 'coordinator');
    const path = `/office/employers/${employer.id}/verifications`;
    expect((await office.get(`/office/employers/${employer.id}`)).text).toContain(path);
    const page = wordsOf((await office.get(path)).text);
    for (const said of [employer.name, '共 3 条', '校招', '背景调查', '沐阳', '没有通知地址'])
      expect(page).toContain(said);
    expect(wordsOf((await office.get(`${path}?kind=page`)).text)).toContain('共 1 条');
    expect(wordsOf((await office.get(`${path}?q=${encodeURIComponent('校招')}`)).text)).toContain('共 1 条');
    expect(wordsOf((await office.get(`${path}?verdict=revoked`)).text)).toContain('没有符合条件');
    expect((await office.get(path)).text).not.toContain('/employer/lists/');
  });

  it('watches for its webhooks, which the office sees without what may be secret in their address', async () => {
    const [{ row }, { employer, browser }] = [await one('沐辰', null), await visiting()];
    await browser.post(
      '/employer/webhooks',
      { url: 'https://hooks.example.com/in?key=s3cret', events: ['certificate.revoked'] },
      '/employer/webhooks',
    );
    await check(browser, row.number, '沐辰');
    academy.clock.moveTo(TEST_START + 60_000);
    await revoke(row);
    const office = await signedIn(academy, 'coordinator');
    const page = await office.get(`/office/employers/${employer.id}/verifications`);
    for (const said of ['https://hooks.example.com/in', '证书吊销']) expect(wordsOf(page.text)).toContain(said);
    expect(page.text).not.toContain('s3cret');
  });

  it('is an empty page of an employer that asked nothing, and none of no employer', async () => {
    const [{ employer }, office] = [await visiting(), await signedIn(academy, 'coordinator')];
    expect(wordsOf((await office.get(`/office/employers/${employer.id}/verifications`)).text)).toContain(
      '这个单位还没有核验过证书',
    );
    for (const id of ['01a21d5a-4c3f-7734-977a-daf6655cb893', 'x'])
      expect((await office.get(`/office/employers/${id}/verifications`)).status).toBe(404);
  });
});
