import fc from 'fast-check';
import { foldName, namesMatch } from '../../../../src/certifications/verification/domain/name-matching.js';

const wangFang = { name: '王芳', latinName: 'Wang Fang' };

describe('whether a typed name is the recipient’s', () => {
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
