import { preferencesIn } from '../../../src/platform/http/preferences.js';

describe('preferences in a request header', () => {
  it('are ranked by weight, then by order', () => {
    expect(preferencesIn('text/html;q=0.5, application/json ; Q=0.9,image/png').map(({ value }) => value)).toEqual([
      'image/png',
      'application/json',
      'text/html',
    ]);
    expect(preferencesIn('b, a;level=1, c;q=1').map(({ value }) => value)).toEqual(['b', 'a', 'c']);
  });

  it('support "not acceptable", and treat an invalid weight as that', () => {
    expect(preferencesIn('a;q=0, b;q=x, c;q=-1, d;q=7').map(({ weight }) => weight)).toEqual([0, 0, 0, 0]);
  });

  it.each([[undefined], [''], [`a${' '.repeat(15_500)}b`], ['a,'.repeat(600)]])(
    'are none without a header or with too long a one',
    (header) => {
      expect(preferencesIn(header).filter(({ value }) => value !== '')).toEqual([]);
    },
  );
});
