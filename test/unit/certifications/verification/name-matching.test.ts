import fc from 'fast-check';
import { foldName, namesMatch } from '../../../../src/certifications/verification/domain/name-matching.js';

const wangFang = { name: '王芳', latinName: 'Wang Fang' };

/** Every character that Unicode assigns, but ideographs and syllables of Hangul. */
const assigned = (): string[] =>
  Array.from({ length: 0x110000 }, (_, code) => code)
    .filter((code) => (code < 0xd800 || code > 0xdfff) && (code < 0x20000 || code >= 0xe0000))
    .map((code) => String.fromCodePoint(code))
    .filter((sign) => /[^\p{Cn}\p{Co}\p{Unified_Ideograph}\p{Script=Hangul}]/u.test(sign));

describe('whether a typed name is the recipient’s', () => {
  it.each([...'\u00b4\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u2032'])('takes %j for an apostrophe', (sign) => {
    const printed = { name: `O${sign}Neil`, latinName: null };
    for (const typed of ["O'Neil", 'O’Neil', 'ONeil', `o${sign}neil`]) expect(namesMatch(typed, printed)).toBe(true);
    expect(namesMatch(`O${sign}Neil`, { name: "O'Neil", latinName: null })).toBe(true);
    expect(foldName(`O${sign}Neil`)).toBe(foldName('ONeil'));
    expect(namesMatch(`O${sign}`, printed)).toBe(false);
  });

  it('does not see what chooses between text and emoji', () => {
    for (const selector of ['\ufe0e', '\ufe0f']) {
      expect(namesMatch(`王${selector}芳${selector}`, { name: '王芳', latinName: null })).toBe(true);
      expect(namesMatch('王芳', { name: `王芳${selector}`, latinName: null })).toBe(true);
    }
  });

  it.each([
    '王芳',
    ' 王 芳 ',
    '王　芳',
    'Wang Fang',
    'wang fang',
    'WANG FANG',
    'Fang Wang',
    'WangFang',
    'FangWang',
    'Ｗａｎｇ　Ｆａｎｇ',
    'Wáng Fāng',
    'Wang, Fang',
    '王芳 Wang Fang',
    'Wang Fang(王芳)',
  ])('%j is', (typed) => {
    expect(namesMatch(typed, wangFang)).toBe(true);
  });

  it.each([
    '',
    ' ',
    '-',
    '王',
    '芳',
    '芳王',
    '王方',
    '王芳芳',
    'Wang',
    'W. Fang',
    'Wang F',
    'Wang Fan',
    'Wang Fang Fang',
    '李芳',
    '王芳 Li Fang',
    '%',
    '王_',
  ])('%j is not', (typed) => {
    expect(namesMatch(typed, wangFang)).toBe(false);
  });

  it('takes a name of three words in any order, joined or apart', () => {
    const xiaoming = { name: '王小明', latinName: 'Wang Xiaoming' };
    expect(
      ['Xiao Ming Wang', 'wang xiao-ming', 'Xiaoming WANG', '王 小明'].map((typed) => namesMatch(typed, xiaoming)),
    ).toEqual([true, true, true, true]);
    expect(['Ming Wang', '小明', '王明'].map((typed) => namesMatch(typed, xiaoming))).toEqual([false, false, false]);
  });

  it('knows the dot of longer names, and the vowel that keyboards lack', () => {
    expect(namesMatch('买买提江阿布都拉', { name: '买买提江·阿布都拉', latinName: null })).toBe(true);
    expect(
      ['Lv Bu', 'Lü Bu', 'Lyu Bu', 'Bu Lü'].map((typed) => namesMatch(typed, { name: '吕布', latinName: 'Lyu Bu' })),
    ).toEqual([true, true, true, true]);
  });

  it.each([
    ['程慧', '程⻘慧'],
    ['程慧', '程㇐慧'],
    ['高华', '高—华'],
    ['高华', '高 – 华'],
    ['高华', '—高华'],
    ['高华', '高华―'],
    ['胡玥', '胡≡玥'],
    ['胡玥', '⻩胡玥'],
    ['刘华', '刘☰华'],
    ['刘华', '刘华🅹🆁'],
    ['刘华', '刘华🙂'],
    ['刘华', '刘○华'],
    ['刘华', '刘?华'],
    ['刘华', '刘\uE000华'],
    ['刘华', '刘华₩'],
  ])('never ignores a sign that may belong to another name: %s, typed %s', (name, typed) => {
    expect(namesMatch(typed, { name, latinName: null })).toBe(false);
    expect(foldName(typed)).not.toBe(foldName(name));
  });

  it.each([
    ['马国龙', '⻢国⻰'],
    ['张建飞', '张建⻜'],
    ['⻢国⻰', '马国龙'],
    ['于龙', '于⻰'],
  ])('reads radicals, as copied out of a PDF, as their ideographs: %s, typed %s', (name, typed) => {
    expect(namesMatch(typed, { name, latinName: null })).toBe(true);
    expect(foldName(typed)).toBe(foldName(name));
  });

  it.each([
    ['陈华', '\u202e陈华\u202c'],
    ['陈华', '\u2067陈\u2069\u2067华\u2069'],
    ['陈华', '\u200f陈\u200f华'],
    ['陈宇源', '陈\u06dd宇源'],
    ['陈宇源', '陈\u0600宇源'],
    ['翟浩婧', '翟︳浩婧'],
    ['翟浩婧', '︳翟浩婧'],
    ['翟浩婧', '翟、浩婧'],
    ['翟浩婧', '翟／浩婧'],
    ['翟浩婧', '翟浩婧_'],
    ['翟浩婧', '翟…浩婧'],
    ['翟浩婧', '翟’浩婧'],
    ['翟浩婧', '翟\u1680浩婧'],
    ['翟浩婧', '翟\u00ad浩婧'],
    ['翟浩三', '翟浩（三）'],
    ['Zhai Haojing', 'Zhai Haojing\u{1d165}'],
    ['Zhai Haojing', 'Zhai Haoj\u0368ing'],
    ['Zhai Haojing', 'Zhai Haojing\u20dd'],
  ])('never ignores a sign that changes how a name reads: %j, typed %j', (name, typed) => {
    expect(namesMatch(typed, { name, latinName: null })).toBe(false);
    expect(foldName(typed)).not.toBe(foldName(name));
  });

  it('ignores between Han characters only what is invisible or blank, white space or a dot, of all characters', () => {
    const ignored = assigned().filter((sign) => namesMatch(`陈${sign}华`, { name: '陈华', latinName: null }));
    const shown = ignored.filter((sign) => !/^[\s\u2800\u{1D159}\p{Default_Ignorable_Code_Point}]$/u.test(sign));
    expect(shown.map((sign) => sign.normalize('NFKC')).filter((sign) => !'·•・‧⋅.'.includes(sign))).toEqual([]);
    expect(ignored.filter((sign) => /[\p{Bidi_Control}\u1680\u00ad]/u.test(sign))).toEqual([]);
    expect(ignored).toEqual(expect.arrayContaining([' ', '\u3000', '\u200b', '\u200d', '\u2060', '\ufeff', '·']));
  });

  it('ignores within Latin words only accents, apostrophes, and signs that are no letters and change no direction', () => {
    const ignored = assigned().filter((sign) =>
      namesMatch(`Zhai Hao${sign}jing`, { name: 'Zhai Haojing', latinName: null }),
    );
    const accent = /^[\u0300-\u0362]+$|^[\u02B9\u02BB-\u02BF]$|^\p{Default_Ignorable_Code_Point}$/u;
    expect(
      ignored.filter((sign) => !accent.test(sign.normalize('NFKD')) && /[\p{L}\p{M}\p{N}\p{Bidi_Control}]/u.test(sign)),
    ).toEqual([]);
    expect(ignored).toEqual(expect.arrayContaining([' ', '\u00ad', '-', '.', '’', '\u0301', '\u200b']));
  });

  it('matches no name with a control of direction, wherever it stands', () => {
    const controls = [...'\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069'];
    const recipient = { name: '欧阳晓彤', latinName: 'Ouyang Xiaotong' };
    fc.assert(
      fc.property(
        fc.constantFrom('欧阳晓彤', 'Ouyang Xiaotong', '欧阳晓彤 Ouyang Xiaotong'),
        fc.array(fc.tuple(fc.nat(30), fc.constantFrom(...controls)), { minLength: 1, maxLength: 6 }),
        (name, added) => {
          const typed = added.reduce<string>((text, [at, sign]) => text.slice(0, at) + sign + text.slice(at), name);
          expect(namesMatch(typed, recipient)).toBe(false);
        },
      ),
    );
  });

  it.each([
    [
      '王芳',
      ['王\u3000芳', '　王芳　', '\u200b王芳', '王\u200b芳\u200d', '\ufeff王芳\u2060', '王\u2005芳', '王\u00a0芳'],
    ],
    ['王芳', ['“王芳”', '（王芳）', '王芳，', '王芳。', '王芳、', '王芳：', '【王芳】', '• 王芳', "'王芳'", '王芳.']],
    [
      '买买提江·阿布都拉',
      ['买买提江•阿布都拉', '买买提江．阿布都拉', '买买提江 · 阿布都拉', '买买提江・阿布都拉', '买买提江 阿布都拉'],
    ],
    ['王芳（大）', ['王芳(大)', '王芳 （大）']],
    [
      'Zhai Haojing',
      ['ZHAI, Haojing', 'Zhai Hao-jing', 'Zhai Hao’jing', 'Zhāi Hàojìng', 'Zhai_Haojing', 'Zhai\u200bHaojing'],
    ],
  ])('takes %s as people type and paste it', (name, typed) => {
    expect(typed.filter((one) => !namesMatch(one, { name, latinName: null }))).toEqual([]);
  });

  it('reads a dash between words, and takes a name that is written exactly as on the certificate', () => {
    expect(
      ['王芳 - Wang Fang', 'Wang-Fang', '“王芳”', '王芳/Wang Fang'].map((one) => namesMatch(one, wangFang)),
    ).toEqual([true, true, true, true]);
    expect(namesMatch(' 刘?华', { name: '刘?华', latinName: null })).toBe(true);
    expect(namesMatch('刘华', { name: '刘?华', latinName: null })).toBe(false);
  });

  it('answers for a recipient without a Latin name, and for very long typing', () => {
    expect(namesMatch('Wang Fang', { name: '王芳', latinName: null })).toBe(false);
    expect(namesMatch('wang '.repeat(5000), wangFang)).toBe(false);
  });

  /** One sign that unfolds to several, white space, marks between words. */
  const IGNORED = ['', ' ', '…', '\u2057', '\u3000', '·', '-', '\u200b', '（', '!?'] as const;
  const ignored = fc
    .tuple(fc.constantFrom(...IGNORED), fc.integer({ min: 0, max: 400 }))
    .map(([sign, times]) => sign.repeat(times));
  const said = fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }).filter((text) => {
    return /[\p{L}\p{N}]/u.test(text.normalize('NFKD')) && !namesMatch(text, wangFang);
  });

  it('refuses every name with any word behind it, however far behind', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('王芳', 'Wang Fang', 'Fang Wang', '王芳 Wang Fang'),
        ignored,
        fc.oneof(said, fc.constantFrom('张三', 'Li', '1')),
        (name, between, behind) => {
          expect(namesMatch(`${name}${between}${behind}`, wangFang)).toBe(false);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it.each([
    '王芳' + '\u2057'.repeat(150) + '张三',
    '王芳' + '…'.repeat(134) + ' 张三',
    '王芳' + ' '.repeat(300) + '张三',
  ])('compares no part of %j, and counts it as a name of its own', (typed) => {
    expect(namesMatch(typed, wangFang)).toBe(false);
    expect(foldName(typed)).not.toBe(foldName('王芳'));
    expect(foldName(typed)).not.toBe(foldName(`${typed}丰`));
  });

  it('compares names as long as a certificate can have, also where accents decompose', () => {
    const long = { name: '阮'.repeat(100), latinName: 'Nguyễn '.repeat(14).trim() };
    expect([namesMatch(long.name, long), namesMatch(long.latinName, long)]).toEqual([true, true]);
  });
});
