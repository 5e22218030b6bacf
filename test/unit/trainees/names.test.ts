import { factsBlockers, tidyFacts } from '../../../src/trainees/domain/facts.js';
import { hasHost, isLatinName, isName, nameKey, tidyLatinName, tidyName } from '../../../src/trainees/domain/names.js';
import { isPhone, tidyPhone } from '../../../src/trainees/domain/phones.js';

describe('names', () => {
  test.each([
    ['张 伟', '张伟'],
    [' 欧阳  娜娜 ', '欧阳娜娜'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['阿依古丽 · 买买提', '阿依古丽·买买提'],
    ['阿依古丽・买买提', '阿依古丽·买买提'],
    ['阿依古丽.买买提', '阿依古丽·买买提'],
    ['Anna  Maria   Berg', 'Anna Maria Berg'],
    ['𠮷野家', '𠮷野家'],
  ])('%s is stored as %s', (typed, kept) => expect(tidyName(typed)).toBe(kept));

  test.each([
    '张伟',
    '阿依古丽·买买提',
    "O'Brien",
    'Jean-Luc',
    'Müller',
    '𠮷',
    'J.R. Berg',
    'John Smith Jr.',
    'St. John',
    'Md.Rahim',
  ])('%s is a name', (name) => expect(isName(name)).toBe(true));
  test.each(['张伟1', '张伟😀', '<b>', '', '-', '·张', '张@'])('%s is not a name', (name) =>
    expect(isName(name)).toBe(false),
  );

  test.each(['退费 evil.example', 'x.com', '退费 t.cn', 'a1.de'])('%s has a host', (name) =>
    expect(hasHost(name)).toBe(true),
  );
  test.each(['J.R. Berg', 'Md. Rahim', 'St. John', 'A.B.'])('%s has none', (name) => expect(hasHost(name)).toBe(false));

  test('Latin names are Latin', () => {
    expect(tidyLatinName(' Ｚhang   Wei ')).toBe('Zhang Wei');
    expect(isLatinName('Lü Xiùyīng')).toBe(true);
    expect(isLatinName('张伟')).toBe(false);
  });

  test('two spellings of one name have the same key', () =>
    expect(nameKey('阿依古丽 • 买买提')).toBe(nameKey('阿依古丽买买提')));

  test.each(['吕\u{e0100}菲', '吕\ufe00菲', '吕\u3164菲', '吕\u2800菲', '\u200b吕菲'])(
    'signs that nobody sees make no other key: %j',
    (name) => expect(nameKey(name)).toBe(nameKey('吕菲')),
  );

  test.each(['\u3164', '\u115f\u1160', '\uffa0 \ufe00'])('blank letters are no name: %j', (name) =>
    expect(isName(name)).toBe(false),
  );
});

describe('telephones', () => {
  test.each([
    ['138 0013 8000', '13800138000'],
    ['+86 138-0013-8000', '13800138000'],
    ['(0531) 8812 3456', '0531-88123456'],
    ['０１０－８８１２３４５６', '010-88123456'],
    ['+49 30 1234567', '+49301234567'],
  ])('%s is stored as %s', (typed, kept) => {
    expect(tidyPhone(typed)).toBe(kept);
    expect(isPhone(tidyPhone(typed))).toBe(true);
  });

  test.each(['1380013800', '12345', 'abc', '1.38E+10'])('%s is not a telephone number', (typed) =>
    expect(isPhone(tidyPhone(typed))).toBe(false),
  );
});

test('facts are refused beside their fields', () => {
  const facts = tidyFacts({
    name: '张伟1',
    latinName: '张伟',
    email: null,
    phone: '12',
    workplace: null,
    education: null,
    bornOn: '2026-03-02',
    note: null,
  });
  expect(factsBlockers(facts, '2026-03-02').map(({ field }) => field)).toEqual([
    'name',
    'latinName',
    'phone',
    'bornOn',
  ]);
});
