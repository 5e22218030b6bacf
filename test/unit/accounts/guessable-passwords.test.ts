import { guessableBlockers } from '../../../src/accounts/index.js';

const about = ['张伟', 'zhang.wei@example.com', 'Zhang Wei'];
const codes = async (password: string) =>
  (await guessableBlockers({ password, about }, 'password')).map(({ code, field }) => `${field}: ${code}`);

test.each([
  '1234567890',
  'password123',
  'qwertyuiop',
  '1111111111',
  'a1b2c3d4e5',
  'P@ssw0rd12',
  '13800138000',
  'jinan123456',
  'itacademy1',
  'zhang.wei@example.com',
  'ZhangWei123',
  'abcabcabcabc',
  'aB3$'.repeat(50),
])('%s is too easy to guess', async (password) => {
  expect(await codes(password)).toEqual(['password: passwordGuessable']);
});

test.each([
  'a spring in Jinan',
  'Springs of Jinan 72',
  '趵突泉边三棵老柳树',
  'k7#Qm2vX9p',
  'correct horse battery staple',
  '   x9Lq  m2Tz  ',
])('%s is hard enough to guess', async (password) => {
  expect(await codes(password)).toEqual([]);
});

test('the longest password is judged in time', async () => {
  const before = process.cpuUsage();
  for (const text of ['p4ssw0rd', 'aB3$', '@a4', 'x']) await codes(text.repeat(200 / text.length));
  const { user } = process.cpuUsage(before);
  // Microseconds, for all four; 0.2 s when measured.
  expect(user).toBeLessThan(2_000_000);
});
