import { readTable } from '../../../../src/platform/files/index.js';
import { mayBeOtherThanGbk } from '../../../../src/platform/files/tables/other-encodings.js';
import { encodedIn } from '../../../builders/files/encoded-texts.js';

const listOf = (...names: string[]): string =>
  ['number,name', ...names.map((name, at) => `JNIT-${at},${name}`)].join('\n');
const read = async (label: string, text: string): Promise<unknown> => {
  const table = await readTable(encodedIn(label, text), 1_000);
  return typeof table === 'string' ? table : [table.format, table.rows.map(({ cells }) => cells.join(',')).join('\n')];
};

describe('a list whose bytes are GBK as well', () => {
  it.each([
    ['windows-1252', ['Andrés García']],
    ['windows-1254', ['Anna Müller', 'Sean O’Neill', 'Núñez', 'NÚÑEZ']],
    ['windows-1250', ['Wałęsa']],
    ['iso-8859-2', ['Dvořák', 'Wałęsa']],
    ['macintosh', ['Andrés García']],
    ['windows-1251', ['Иван Петров']],
    ['koi8-r', ['Иван Петров']],
    ['windows-1253', ['Μαρίνα']],
    ['big5', ['陳大文']],
    ['big5', ['陳黃', '張惠妹']],
    ['shift_jis', ['山田太郎']],
    ['euc-jp', ['山田太郎']],
    ['euc-jp', ['佐藤花子', '高橋健一', '東健一']],
    ['euc-kr', ['김철수']],
    ['euc-kr', ['박영희', '이민호']],
  ])('is refused as unclear in %s, never guessed: %j', async (label, names) => {
    expect(await read(label, listOf(...names))).toBe('encodingUnclear');
    expect(await read(label, listOf(...names).replaceAll(',', ';'))).toBe('encodingUnclear');
  });

  it.each([
    ['one common name', listOf('陈华')],
    ['names of rare characters too', listOf('亓昉', '张芸琪', '翟浩婧', '王玥', '李喆')],
    ['Chinese headings and Latin names', '证书编号,姓名\nA1,Wang Fang\nA2,Li Na\n'],
    ['Chinese headings and names in both scripts', '证书编号,姓名\nA1,王芳 Wang Fang\nA2,李娜Li Na\n'],
    [
      'Latin letters beside Han characters',
      '证书编号,姓名,QQ号码,班级,部门\nA1,王芳,12345,A班,HR组\nA2,李娜,23456,C类,IT部\nA3,张伟,1,java类,Excel表格',
    ],
    ['headings and classes alone', '编号,name,级别\nA1,Li,C类\nA2,Wang,A级\n'],
    ['signs of Chinese texts', '证书编号，姓名\nA1，“王芳”…—（女）\n'],
    ['names with a dot', '证书编号,姓名\nA1,买买提江·阿布都拉\n'],
  ])('is read as GBK with %s', async (_, text) => {
    expect(await read('gb18030', text)).toEqual(['GB18030', text.replaceAll('，', ',').trim()]);
  });

  it.each(['袁璟', '王悦', '王燕', '孟华'])('is refused as unclear with the line of %s in UTF-8', async (name) => {
    const gbk = encodedIn('gb18030', listOf('王芳', '李娜', '张伟'));
    for (const end of ['\n', '\r', '\r\n'])
      for (const parts of [
        [gbk, Buffer.from(`${end}JNIT-9,${name}`)],
        [Buffer.from(`JNIT-9,${name}${end}`), gbk],
      ])
        expect(await readTable(Buffer.concat(parts), 100)).toBe('encodingUnclear');
  });

  it('is read as GBK with an ideograph alone in its line whose bytes are a dot in UTF-8', async () => {
    expect(await read('gb18030', '编号,姓名\nA1,王芳\nA2,路\n')).toEqual(['GB18030', '编号,姓名\nA1,王芳\nA2,路']);
  });

  it('is read as GBK with the surnames of most people, one name alone', async () => {
    const refused: string[] = [];
    for (const surname of '王李张陈杨黄赵吴周徐孙马朱胡郭何高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁')
      for (const given of ['伟', '芳', '秀英', '建国', '浩然'])
        if ((await read('gb18030', listOf(surname + given))) === 'encodingUnclear') refused.push(surname + given);
    expect(refused).toEqual([]);
  });

  it('is told within bounds, whatever its words', async () => {
    const heads = Buffer.from('number,name\n');
    for (const [part, times] of [
      ['61cdf5e920', 200_000],
      ['61', 1_000_000],
      ['cdf5', 500_000],
    ] as const) {
      const bytes = Buffer.concat([heads, Buffer.from(part.repeat(times), 'hex'), Buffer.from('e961', 'hex')]);
      expect(mayBeOtherThanGbk(bytes, new TextDecoder('gb18030').decode(bytes))).toEqual(expect.any(Boolean));
    }
    expect(
      await readTable(Buffer.concat([heads, encodedIn('gb18030', 'A1,王芳\n'.repeat(9_000))]), 10_000),
    ).toMatchObject({
      format: 'GB18030',
    });
  });
});
