import sql from 'sql-template-tag';
import { Jobs, ReadDatabase } from '../../../../src/platform/index.js';
import { ListReader } from '../../../../src/certifications/verification/actions/lists/list-reader.js';
import { anEmployer } from '../../../builders/employers.js';
import { aWorkbook, aWorkbookOf, rowsOfTexts } from '../../../builders/files/workbooks.js';
import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { type Answer, type WebClient, wordsOf } from '../../../support/web-client.js';
import { certificateSteps } from '../certificate-steps.js';
import { startedList } from './started-list.js';

const LISTED = [
  ['证书编号', '姓名'],
  ['JITA-2026-000001-K', '王试芳'],
];
const LIST = aWorkbookOf(rowsOfTexts(LISTED));

describe('a list that is sent', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());
  const { one } = certificateSteps(() => academy);

  const send = (client: WebClient, bytes: Buffer): Promise<Answer> =>
    client.upload(
      '/employer/lists',
      { purpose: '校招' },
      { field: 'file', name: '名单.xlsx', type: 'application/octet-stream', bytes },
    );
  /** How many files were read while this was done. */
  const readDuring = async (work: () => Promise<unknown>): Promise<number> => {
    const reader = academy.app.get(ListReader);
    const read = reader.read.bind(reader);
    let files = 0;
    reader.read = (...given) => {
      files += 1;
      return read(...given);
    };
    try {
      await work();
    } finally {
      reader.read = read;
    }
    return files;
  };

  it.each([
    ['s="1"', '1234', '“证书编号”列第 2 行的单元格里只有“1234”'],
    ['s="2" t="str"', '000031-K', '“证书编号”列第 2 行的单元格里只有“000031-K”'],
    ['s="0"', '1234567890123456789012', '的编号被表格软件当作数字，存成了 1.23456789012346E+21'],
  ])('is refused where a cell of numbers holds another than Excel shows (%s, %s)', async (attributes, value, said) => {
    const styles = `<numFmts><numFmt numFmtId="180" formatCode="&quot;JNIT-2026-&quot;000000"/><numFmt numFmtId="181" formatCode="&quot;JNIT-2025-&quot;@"/></numFmts><cellXfs><xf/><xf numFmtId="180"/><xf numFmtId="181"/></cellXfs>`;
    const row = `<row r="2"><c r="A2" ${attributes}><v>${value}</v></c><c r="B2" t="str"><v>王试芳</v></c></row>`;
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    const answer = await send(contact, aWorkbookOf(rowsOfTexts([['证书编号', '姓名']]) + row, { styles }));
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(said)]);
  });

  it('by somebody who acts for no employer is not even read', async () => {
    const nobody = await signedIn(academy, 'employer');
    expect(await readDuring(async () => expect((await send(nobody, LIST)).status).toBe(422))).toBe(0);
  });

  it('is not read where too many were sent within a quarter of an hour, those that were refused among them', async () => {
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    for (let sent = 0; sent < 39; sent += 1) expect((await send(contact, Buffer.from('%PDF-1.7'))).status).toBe(422);
    expect((await send(contact, LIST)).status).toBe(303);
    expect(
      await readDuring(async () => {
        const answer = await send(contact, LIST);
        expect([answer.status, wordsOf(answer.text)]).toEqual([
          429,
          expect.stringContaining('上传的文件太多，请在 15 分钟后再试'),
        ]);
      }),
    ).toBe(0);
    academy.clock.moveTo(academy.clock.now() + 16 * 60_000);
    expect((await send(contact, LIST)).status).toBe(303);
  });

  it('is read from the sheet in sight, merged heads and names with it', async () => {
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    const rows = rowsOfTexts([
      ['序号', '姓名', '证书信息'],
      ['', '', '证书编号', '级别'],
      ['1', '王试芳', 'JITA-2026-000001-K', '中级'],
      ['2', '', 'JITA-2026-000002-M', '高级'],
    ]);
    const behind =
      '<mergeCells><mergeCell ref="A1:A2"/><mergeCell ref="B1:B2"/><mergeCell ref="C1:D1"/><mergeCell ref="B3:B4"/></mergeCells>';
    const { status, location } = await send(contact, aWorkbookOf(rows, { behind }));
    expect(status).toBe(303);
    expect(wordsOf((await contact.visit(location!)).text)).toContain('2 行');
  });

  it('is found on the sheet behind a cover, and where no sheet has its columns, the first one is named', async () => {
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    const cover = { name: '填写说明', rows: rowsOfTexts([['请在第二张表填写']]) };
    expect(
      (
        await send(
          contact,
          aWorkbook({
            sheets: [
              cover,
              {
                name: '名单',
                rows: rowsOfTexts([
                  ['证书编号', '姓名'],
                  ['JITA-2026-000001-K', '王试芳'],
                ]),
              },
            ],
          }),
        )
      ).status,
    ).toBe(303);
    const answer = await send(
      contact,
      aWorkbook({
        sheets: [
          cover,
          {
            name: '天气',
            rows: rowsOfTexts([
              ['城市', '天气'],
              ['济南', '晴'],
            ]),
          },
        ],
      }),
    );
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining('看到的是：请在第二张表填写')]);
  });

  it('is not read again where the first sheet, without its columns, took much work', async () => {
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    const weather = Array.from({ length: 1_000 }, () => Array.from({ length: 10 }, () => '晴'));
    const large = { name: '天气', rows: rowsOfTexts(weather) + `<!--${'a'.repeat(250_000)}-->`.repeat(127) };
    const list = {
      name: '名单',
      rows: rowsOfTexts([
        ['证书编号', '姓名'],
        ['JNIT-2026-000001-N', '王芳'],
      ]),
    };
    const small = { name: '天气', rows: rowsOfTexts(weather.slice(0, 5)) };
    expect((await send(contact, aWorkbook({ sheets: [small, list] }))).status).toBe(303);
    expect((await send(contact, aWorkbook({ sheets: [large, list] }))).status).toBe(422);
  });

  it.each([
    [
      'numbers',
      [
        ['证书编号', '工号'],
        ['JNIT-2026-000001-N', 'E1001'],
      ],
      '没有哪一列能确定是持证人姓名（看到的是：证书编号、工号）',
    ],
    ['numbers that stand without heads', [['JNIT-2026-000001-N', 'E1001']], '没有哪一列能确定是持证人姓名'],
    [
      'staff numbers for names',
      [
        ['证书编号', '姓名'],
        ['JNIT-2026-000001-N', 'E1001'],
      ],
      '“姓名”这一列的表头说是姓名',
    ],
    [
      'a form',
      [
        ['证书编号', 'JNIT-2026-000001-N'],
        ['姓名', '王试芳'],
      ],
      '这个文件像是登记表',
    ],
  ])('is not read from another sheet where one in front of it has %s', async (_, rows, reason) => {
    const { row } = await one('王试芳', null);
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    const genuine = rows.map((cells) => cells.map((cell) => (cell.startsWith('JNIT') ? row.number : cell)));
    const sheets = [
      { name: '在职', rows: rowsOfTexts(genuine) },
      {
        name: '离职',
        rows: rowsOfTexts([
          ['证书编号', '姓名'],
          [row.number, '王试芳'],
        ]),
      },
    ];
    const cover = { name: '填写说明', rows: rowsOfTexts([['请在第二张表填写']]) };
    for (const all of [sheets, [cover, ...sheets]]) {
      const answer = await send(contact, aWorkbook({ sheets: all }));
      expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(reason)]);
    }
  });

  it.each([
    [
      'two lines of heads',
      (number: string) => `序号,员工,,,证书编号\n序号,工号,姓名,部门,证书编号\n1,E1001,林知遥,销售部,${number}`,
    ],
    ['a department', (number: string) => `Certificate No.,员工全名,Department\n${number},林知遥,Sales`],
    ['a title with its course’s code', (number: string) => `Name,Certificate,Number\n林知遥,AI-900 Azure AI,${number}`],
    ['numbers of staff', (number: string) => `编号,姓名,证书编号\n20250001,林知遥,${number.replaceAll('-', '\u2011')}`],
    ['identity cards', (number: string) => `姓名,身份证号,结业证书编号\n林知遥,370102199003071234,${number}`],
    ['telephones and no heads', (number: string) => `林知遥,13800138000,${number}`],
  ])('is answered for the certificates in it, beside %s', async (_, listOf) => {
    const { row } = await one('林知遥', null);
    const contact = await signedIn(academy, (await anEmployer(academy)).contact);
    const location = await startedList(contact, Buffer.from(listOf(row.number)));
    await academy.app.get(Jobs).finish();
    const csv = (await contact.get(`${location}/result.csv`)).text.trim().split('\n');
    expect(csv).toHaveLength(2);
    expect(csv[1]).toMatch(/林知遥,有效/);
  });

  it.each([
    [
      'identity cards only',
      '姓名,身份证号\n林知遥,370102199003071234',
      '没有哪一列能确定是证书编号（看到的是：姓名、身份证号）',
    ],
    ['two columns of numbers', '证书编号,姓名,证书号\nA-1,林知遥,B-1', '证书编号 (A)、证书号 (C)'],
    ['two columns of names', '证书编号,Name,Surname\nA-1,Zhiyao,Lin', 'Name (B)、Surname (C)'],
    [
      'departments beside names',
      'Cert No,Person,Department\nJNIT-2025-000082-W,"Lin, Zhiyao",Sales',
      'Person (B)、Department (C)',
    ],
    ['email addresses for names', 'Recipient,Credential ID\na@example.com,A-1', '“Recipient”这一列的表头说是姓名'],
    ['telephones for numbers', '姓名,证书编号\n林知遥,13800138000', '“证书编号”这一列写的是身份证号、电话'],
  ])('with %s is refused beside its field, and nothing of it is kept', async (_, text, reason) => {
    const employer = await anEmployer(academy);
    const answer = await send(await signedIn(academy, employer.contact), Buffer.from(text));
    expect([answer.status, wordsOf(answer.text)]).toEqual([422, expect.stringContaining(reason)]);
    expect(wordsOf(answer.text)).toContain('名单没有核验，也没有保存');
    await academy.app.get(Jobs).finish();
    const reads = academy.app.get(ReadDatabase);
    expect(
      await reads.count(sql`SELECT COUNT(*) AS "n" FROM verification_batch WHERE employer_id = ${employer.id}`),
    ).toBe(0);
    expect(
      await reads.count(sql`SELECT COUNT(*) AS "n" FROM verification_record WHERE employer_id = ${employer.id}`),
    ).toBe(0);
  });
});
