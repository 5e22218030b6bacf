import { deflateRawSync } from 'node:zlib';
import { readTable, xlsxOf } from '../../../../src/platform/files/index.js';

/** An archive with one entry that may declare any size. */
function archive(name: string, content: Buffer, { says = content.length, method = 8 } = {}): Buffer {
  const packed = method === 8 ? deflateRawSync(content) : content;
  const head = (signature: number, size: number): Buffer => {
    const bytes = Buffer.alloc(size);
    bytes.writeUInt32LE(signature, 0);
    return bytes;
  };
  const local = head(0x04034b50, 30);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(says, 22);
  local.writeUInt16LE(name.length, 26);
  const central = head(0x02014b50, 46);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(says, 24);
  central.writeUInt16LE(name.length, 28);
  const end = head(0x06054b50, 22);
  const body = Buffer.concat([local, Buffer.from(name), packed]);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + name.length, 12);
  end.writeUInt32LE(body.length, 16);
  return Buffer.concat([body, central, Buffer.from(name), end]);
}

describe('an uploaded table', () => {
  const csv = '证书编号,姓名\r\nJITA-1,王芳\r\n\r\n"A\nB",李四\r\n';
  const rows = [
    { line: 1, cells: ['证书编号', '姓名'] },
    { line: 2, cells: ['JITA-1', '王芳'] },
    { line: 4, cells: ['A\nB', '李四'] },
  ];
  const gbk = Buffer.from([
    0xd6, 0xa4, 0xca, 0xe9, 0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xd0, 0xd5, 0xc3, 0xfb, 0x0a, 0x31, 0x2c, 0xcd, 0xf5, 0xb7,
    0xbc,
  ]);

  test('is cut between two characters, never inside one', async () => {
    const read = await readTable(Buffer.from(`姓名\n${'王'.repeat(9)}😀芳\n`), 10, { longestCell: 10 });
    expect(read).toMatchObject({ rows: [{ cells: ['姓名'] }, { cells: ['王'.repeat(9)] }] });
  });

  test('is cut after it is taken out of what Excel writes around a text', async () => {
    const text = Buffer.from(`姓名\n"=""王芳${' '.repeat(5)}""张三"\n`);
    expect(await readTable(text, 10, { longestCell: 10 })).toMatchObject({
      rows: [{ cells: ['姓名'] }, { cells: [`="王芳${' '.repeat(5)}"`] }],
    });
  });

  test('is read in UTF-8, with BOM or without, and in UTF-16', async () => {
    for (const [bytes, format] of [
      [Buffer.from(csv), 'UTF-8'],
      [Buffer.from(`\uFEFF${csv}`), 'UTF-8'],
      [Buffer.from(`\uFEFF${csv}`, 'utf16le'), 'UTF-16'],
    ] as const) {
      expect(await readTable(bytes, 10)).toEqual({ rows, format });
    }
  });

  test('is read in the GBK of Chinese Windows', async () => {
    expect(await readTable(gbk, 10)).toEqual({
      format: 'GB18030',
      rows: [
        { line: 1, cells: ['证书编号', '姓名'] },
        { line: 2, cells: ['1', '王芳'] },
      ],
    });
  });

  /** The bytes of these names in GBK. */
  const GBK: Readonly<Record<string, string>> = { 袁倩: 'd4acd9bb', 石颖: 'caafd3b1', 魏梅: 'cebac3b7' };

  test.each(Object.entries(GBK))('is read in GBK although the bytes of %s are UTF-8 as well', async (name, bytes) => {
    const list = Buffer.concat([Buffer.from('number,name\nJNIT-1,'), Buffer.from(bytes, 'hex')]);
    expect(await readTable(list, 10)).toMatchObject({ format: 'GB18030', rows: [{}, { cells: ['JNIT-1', name] }] });
  });

  test('is read in UTF-8 with the names of other alphabets that cannot be GBK', async () => {
    for (const name of ['José Núñez', 'Łódź', 'Đặng Thị', 'Иван Čapek', '买买提·Ğ'])
      expect(await readTable(Buffer.from(`number,name\nJNIT-1,${name}`), 10)).toMatchObject({
        format: 'UTF-8',
        rows: [{}, { cells: ['JNIT-1', name] }],
      });
  });

  test('is refused where both encodings make sense, unless it has a BOM', async () => {
    const list = 'number,name\nJNIT-1,Иван';
    expect(await readTable(Buffer.from(list), 10)).toBe('encodingUnclear');
    expect(await readTable(Buffer.from(`\uFEFF${list}`), 10)).toMatchObject({ format: 'UTF-8' });
  });

  test('is read from a workbook, with exact integers and the results of formulas', async () => {
    const bytes = await xlsxOf(
      ['证书编号', '姓名'],
      [
        ['JITA-1', '王芳'],
        [202600000001, '=1+1'],
        ['\u0007bell', 'x'],
      ],
    );
    expect(await readTable(bytes, 10)).toEqual({
      format: 'XLSX',
      sheet: 'Sheet1',
      others: [],
      rows: [
        { line: 1, cells: ['证书编号', '姓名'] },
        { line: 2, cells: ['JITA-1', '王芳'] },
        { line: 3, cells: ['202600000001', '=1+1'] },
        { line: 4, cells: ['bell', 'x'] },
      ],
    });
    expect(bytes.includes('<f>')).toBe(false);
  });

  test('reports why it cannot be read', async () => {
    const long = await xlsxOf(
      ['a'],
      Array.from({ length: 20 }, (_, at) => [`${at}`]),
    );
    const wide = await xlsxOf(['a'], [Array.from({ length: 120 }, () => 'x')]);
    const faults = await Promise.all(
      [
        Buffer.alloc(0),
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]),
        Buffer.from('%PDF-1.7\n'),
        Buffer.from([0x50, 0x4b, 3, 4, 0]),
        long,
        wide,
        Buffer.from('a\n'.repeat(30)),
        archive('xl/worksheets/sheet1.xml', Buffer.alloc(60_000_000)),
      ].map((bytes) => readTable(bytes, 10)),
    );
    expect(faults).toEqual([
      'empty',
      'oldWorkbook',
      'notATable',
      'damaged',
      'tooLong',
      'tooWide',
      'tooLong',
      'tooLarge',
    ]);
  });

  test('with one cell at the far end of the sheet is refused before memory is allocated', async () => {
    const sheet =
      '<worksheet><sheetData><row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row></sheetData></worksheet>';
    expect(await readTable(archive('xl/worksheets/sheet1.xml', Buffer.from(sheet)), 10)).toBe('tooLong');
    expect(
      await readTable(
        archive('xl/worksheets/sheet1.xml', Buffer.from('<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>')),
        10,
      ),
    ).toBe('damaged');
  });
});
