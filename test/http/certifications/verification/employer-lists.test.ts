import { compactVerify, importJWK, decodeProtectedHeader } from 'jose';
import { AnswerList } from '../../../../src/certifications/verification/actions/lists/answer-list.js';
import { IssuerKeys } from '../../../../src/certifications/index.js';
import { Jobs, readTable, xlsxOf } from '../../../../src/platform/index.js';
import { anEmployer, type BuiltEmployer } from '../../../builders/employers.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { type Row, certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

describe('an employer’s list', () => {
  let academy: TestAcademy;
  let employer: BuiltEmployer;
  let browser: WebClient;
  let row: Row;
  const { one, revoke } = certificateSteps(() => academy);

  beforeAll(async () => {
    academy = await TestAcademy.open();
    employer = await anEmployer(academy);
    browser = await signedIn(academy, employer.contact);
    ({ row } = await one('王芳', 'Wang Fang'));
  });
  afterAll(() => academy.close());

  const send = async (bytes: Buffer, { purpose = '2026 年校园招聘', name = '名单.xlsx' } = {}): Promise<Answer> =>
    browser.upload('/employer/lists', { purpose }, { field: 'file', name, type: XLSX, bytes });
  const list = (rows: readonly string[][]): Promise<Buffer> => xlsxOf(['证书编号', '姓名'], rows);
  const answered = async (bytes: Buffer): Promise<string> => {
    const path = await startedList(browser, bytes, { purpose: '2026 年校园招聘' });
    await academy.app.get(Jobs).finish();
    return path;
  };

  it('is answered row by row; answers are kept, filtered and described in words', async () => {
    const { row: revoked } = await one('赵六', null);
    await revoke(revoked);
    const path = await answered(
      await list([
        [row.number, '王芳'],
        [revoked.number, '赵六'],
        [row.number, '赵六'],
        ['', '无编号'],
      ]),
    );
    const page = wordsOf((await browser.visit(path)).text);
    for (const said of ['4 行', '2026 年校园招聘', '有效', '已吊销', '不符', '未吊销: 未通过', '编号与姓名: 通过'])
      expect(page).toContain(said);
    const filtered = wordsOf((await browser.get(`${path}?verdict=revoked`)).text);
    expect(filtered).toContain('赵六');
    expect(filtered).not.toContain('无编号');
    expect(wordsOf((await browser.get(`${path}?q=${encodeURIComponent('没有这个')}`)).text)).toContain('清除');
  });

  it('is never signed with what was true before it stood still', async () => {
    const { row: changed } = await one('周八', null);
    const filler = Array.from({ length: 60 }, (_, at) => [`JNIT-2026-${at}`, '无']);
    const location = await startedList(browser, await list([[changed.number, '周八'], ...filler]));
    const steps = academy.app.get(AnswerList);
    const signed = steps['signAnswer'].bind(steps);
    let isRevoked = false;
    // The moment at which every row is answered and nothing is signed: as after a stop, or a server that was down.
    steps['signAnswer'] = async (...given) => {
      if (!isRevoked) await revoke(changed);
      isRevoked = true;
      return signed(...given);
    };
    await academy.app.get(Jobs).finish();
    steps['signAnswer'] = signed;
    const answer = (await browser.get(`${location}/answer.jws`)).text.split('.')[1] ?? '';
    const told = JSON.parse(Buffer.from(answer, 'base64url').toString()) as {
      summary: object;
      rows: { verdict: string }[];
    };
    expect(told.rows[0]?.verdict).toBe('revoked');
    expect(told.summary).not.toHaveProperty('valid');
  });

  it('says nothing in a file that came after its verdict', async () => {
    const { row: later } = await one('吴九', null);
    const path = await answered(await list([[later.number, '吴九']]));
    await revoke(later, '考核成绩经复核无效');
    const csv = (await browser.get(`${path}/result.csv`)).text;
    expect(csv).toContain('有效');
    expect(csv).not.toContain('考核成绩经复核无效');
  });

  it('hands out no other answer than the one that was signed to it', async () => {
    const [mine, other] = [
      await answered(await list([[row.number, '王芳']])),
      await answered(await list([[row.number, '王芳']])),
    ];
    const idOf = (path: string): string => path.split('/').at(-1)!;
    const { write } = academy.connections;
    const [{ answer } = { answer: '' }] = await write.query<{ answer: string }[]>(
      `SELECT answer FROM verification_batch WHERE id = '${idOf(other)}'`,
    );
    for (const stored of [answer, 'anything', `${answer.slice(0, -4)}AAAA`]) {
      await write.query(`UPDATE verification_batch SET answer = '${stored}' WHERE id = '${idOf(mine)}'`);
      expect((await browser.get(`${mine}/answer.jws`)).status).toBe(409);
    }
    expect((await browser.get(`${other}/answer.jws`)).status).toBe(200);
    expect(academy.takeErrors().join()).toContain('differs from what was signed');
  });

  it('comes back as a workbook and as a CSV, each row with each check, and no formula in it', async () => {
    const path = await answered(
      await list([
        [row.number, 'Wang Fang'],
        ['=HYPERLINK("http://x")', '@SUM(1)'],
      ]),
    );
    const read = await readTable((await browser.get(`${path}/result.xlsx`)).bytes, 10);
    if (typeof read === 'string') throw new Error(read);
    expect(read.rows.map(({ cells }) => [...cells.slice(0, 4), ...cells.slice(6, 11)])).toEqual([
      ['行', '证书编号', '姓名', '核验结果', '编号写法', '编号与姓名', '未吊销', '未换发', '未过期'],
      ['2', row.number, 'Wang Fang', '有效', 'ok', 'ok', 'ok', 'ok', 'ok'],
      ['3', '=HYPERLINK("http://x")', '@SUM(1)', '不符', 'failed', 'unknown', 'unknown', 'unknown', 'unknown'],
    ]);
    const csv = (await browser.get(`${path}/result.csv`)).text;
    expect(csv).toContain(`'=HYPERLINK`);
    expect(csv).toContain(`'@SUM(1)`);
  });

  it('is answered with a signature that third parties check with the academy’s key, and that no altered answer has', async () => {
    const path = await answered(
      await list([
        [row.number, '王芳'],
        ['JITA-0', '某人'],
      ]),
    );
    const file = await browser.get(`${path}/answer.jws`);
    expect(file.headers['content-type']).toContain('application/jose');
    const { jwt, did } = await academy.app.get(IssuerKeys).ready();
    expect(decodeProtectedHeader(file.text)).toMatchObject({ alg: 'ES256', kid: jwt.id });
    const key = await importJWK({ ...jwt.publicJwk }, 'ES256');
    const claims = JSON.parse(new TextDecoder().decode((await compactVerify(file.text, key)).payload)) as Record<
      string,
      unknown
    >;
    expect(claims).toMatchObject({
      iss: did,
      type: 'CertificateVerificationAnswer',
      purpose: '2026 年校园招聘',
      employer: employer.name,
      source: { filename: '名单.xlsx', rows: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      summary: { valid: 1, notFound: 1 },
      rows: [
        { line: 2, verdict: 'valid', certificate: { number: row.number } },
        { line: 3, verdict: 'notFound', certificate: null },
      ],
    });
    const [head, , signature] = file.text.split('.');
    const forged = `${head}.${Buffer.from(JSON.stringify({ ...claims, summary: { valid: 2 } })).toString('base64url')}.${signature}`;
    await expect(compactVerify(forged, key)).rejects.toThrow();
  });

  it('is signed with every name as it was asked', async () => {
    const names = [`王芳${'\u2057'.repeat(96)}张三`, '𠮷'.repeat(100)];
    const path = await answered(await list(names.map((name) => [row.number, name])));
    const answer = (await browser.get(`${path}/answer.jws`)).text.split('.')[1] ?? '';
    const { rows } = JSON.parse(Buffer.from(answer, 'base64url').toString()) as { rows: object[] };
    expect(rows).toMatchObject(names.map((name) => ({ name, verdict: 'notFound', certificate: null })));
  });

  it('may come in GBK without a header row, and can be stopped and resumed', async () => {
    const gbk = Buffer.concat([
      Buffer.from(`${row.number},`),
      Buffer.from([0xcd, 0xf5, 0xb7, 0xbc]),
      Buffer.from('\r\n'),
    ]);
    const bytes = Buffer.concat(Array.from({ length: 450 }, () => gbk));
    const location = await startedList(browser, bytes, { name: 'list.csv' });
    await browser.submit(`${location}/stop`, {}, location);
    await academy.app.get(Jobs).finish();
    expect(wordsOf((await browser.get(location)).text)).toContain('还没有开始核验');
    await browser.submit(`${location}/resumption`, {}, location);
    await academy.app.get(Jobs).finish();
    const page = wordsOf((await browser.get(location)).text);
    expect(page).toContain('450 行');
    expect(page).toContain('签名答复');
  });

  it.each([
    ['no file', async () => browser.post('/employer/lists', { purpose: 'x' }, '/employer'), '请选择名单文件'],
    ['no purpose', async () => send(await list([['A', 'B']]), { purpose: ' ' }), '核验用途'],
    ['other columns', async () => send(await xlsxOf(['城市', '天气'], [['济南', '晴']])), '城市、天气'],
    [
      'a name that goes on where nobody reads it',
      async () => send(await list([[row.number, `王芳${' '.repeat(300)}张三`]])),
      '第 2 行的证书编号或姓名超过 100 个字符',
    ],
    ['no rows', async () => send(await list([])), '没有要核验的行'],
    ['an old workbook', async () => send(Buffer.from([0xd0, 0xcf, 0x11, 0xe0])), '.xls'],
    ['a picture', async () => send(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])), '无法读取'],
  ])('with %s is refused on the same page', async (_, sent, said) => {
    const answer = await sent();
    expect(answer.status).toBe(422);
    expect(wordsOf(answer.text)).toContain(said);
  });

  it('and its files are nobody else’s, not even another employer’s', async () => {
    const path = await answered(await list([[row.number, '王芳']]));
    const other = await signedIn(academy, (await anEmployer(academy)).contact);
    for (const rest of ['', '/result.xlsx', '/result.csv', '/answer.jws'])
      expect((await other.get(`${path}${rest}`)).status).toBe(404);
    expect((await other.post(`${path}/stop`)).status).toBe(404);
    expect(wordsOf((await other.get('/employer/history')).text)).toContain('还没有核验过证书');
  });

  it('appears in the history, which can be filtered and downloaded', async () => {
    await answered(await list([[row.number, '王芳']]));
    const page = wordsOf((await browser.get('/employer/history?verdict=valid&kind=batch&from=2026-3-1')).text);
    for (const said of ['王芳', '有效', '名单']) expect(page).toContain(said);
    expect(wordsOf((await browser.get('/employer/history?from=2027-1-1')).text)).not.toContain('王芳');
    expect((await browser.get('/employer/history.csv?q=%E7%8E%8B')).text).toContain('王芳');
    expect(await readTable((await browser.get('/employer/history.xlsx')).bytes, 2000)).toMatchObject({
      format: 'XLSX',
    });
  });

  it('has a template in both forms that is taken as it is', async () => {
    for (const path of ['/employer/template.csv', '/employer/template.xlsx']) {
      expect(await readTable((await browser.get(path)).bytes, 10)).toMatchObject({
        rows: [{ cells: ['证书编号', '姓名'] }],
      });
    }
  });

  it('is for contacts of an employer; others learn whom to ask', async () => {
    const lone = await signedIn(academy, 'employer', 'en');
    expect(wordsOf((await lone.get('/employer')).text)).toContain('Ask the academy');
    expect((await lone.get('/employer/keys')).status).toBe(404);
  });
});
