import { estimator } from '../../../src/accounts/actions/passwords.js';
import { isGuessable } from '../../../src/accounts/domain/guessable-passwords.js';

const known = ['张伟', 'Zhang Wei', 'zhang.wei@example.com', '济南信息技术学院', 'Jinan IT Academy'];

describe('a password', () => {
  it.each([
    ['common', 'password123'],
    ['common, with replaced characters', 'P@ssw0rd12'],
    ['common, full width', 'ｐａｓｓｗｏｒｄ１２３'],
    ['digits in order', '1234567890'],
    ['one character', '1111111111'],
    ['one group of characters', 'abcabcabcabc'],
    ['a long repetition', 'aB3$'.repeat(50)],
    ['only spaces', ' '.repeat(12)],
    ['a row of keys', 'qwertyuiop'],
    ['columns of keys', '1qaz2wsx3edc'],
    ['keys to and fro', 'zaq12wsxcde3'],
    ['letters and digits in turns', 'a1b2c3d4e5'],
    ['I love you, all my life', 'woaini1314'],
    ['I love you, all my life, once more', 'woaini1314520'],
    ['I love you, in digits', '5201314520'],
    ['hello', 'nihao123456'],
    ['my password', 'mima123456'],
    ['a mobile number', '13805311234'],
    ['a mobile number and initials', 'zw13805311234'],
    ['an identity number', '370102199001011234'],
    ['the name in pinyin', 'ZhangWei123'],
    ['the name the other way round', 'weizhang1990'],
    ['the name in characters', '张伟张伟张伟张伟张伟'],
    ['the address', 'zhang.wei@example.com'],
    ['the name of the academy', 'JinanITAcademy'],
    ['the Chinese name of the academy', '济南信息技术学院2026'],
    ['the place', 'jinan123456'],
  ])('is guessable if it is %s', async (_, password) => {
    expect(isGuessable(password, known, await estimator())).toBe(true);
  });

  it.each([
    'a spring in Jinan',
    'Springs of Jinan 72',
    '趵突泉边有三棵老柳树',
    'k7#Qm2vX9p',
    'correct horse battery staple',
    '   x9Lq  m2Tz  ',
    'mountain bike',
    'hongshao72rou',
  ])('is hard to guess: %s', async (password) => {
    expect(isGuessable(password, known, await estimator())).toBe(false);
  });

  it.each(['p4ssw0rd', '@a4', '1234567890', '48885447346820423018', 'ssss5555', 'x', ' ', '1987-12-01'])(
    'of 200 characters, %s again and again, is judged in time',
    async (text) => {
      const estimate = await estimator();
      const hostile = ['a'.repeat(100), `${'a.'.repeat(30)}a@${'aaa.'.repeat(40)}aa`, 'p4ssw0rd '.repeat(11)];
      const before = process.cpuUsage();
      isGuessable(text.repeat(200).slice(0, 200), hostile, estimate);
      // Microseconds.
      expect(process.cpuUsage(before).user).toBeLessThan(150_000);
    },
  );
});
