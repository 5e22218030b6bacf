import { preferencesIn } from '../../../src/platform/http/preferences.js';

describe('what a request header asks for', () => {
  it('is ranked by weight, and by its order where weights are equal', () => {
    expect(preferencesIn('text/html;q=0.5, application/json ; Q=0.9,image/png').map(({ value }) => value)).toEqual([
      'image/png',
      'application/json',
      'text/html',
    ]);
    expect(preferencesIn('b, a;level=1, c;q=1').map(({ value }) => value)).toEqual(['b', 'a', 'c']);
  });

  it('knows "not this", and takes a weight that is none for it', () => {
    expect(preferencesIn('a;q=0, b;q=x, c;q=-1, d;q=7').map(({ weight }) => weight)).toEqual([0, 0, 0, 0]);
  });

  it.each([[undefined], [''], [`a${' '.repeat(15_500)}b`], ['a,'.repeat(600)]])(
    'asks for nothing where there is none or too much',
    (header) => {
      expect(preferencesIn(header).filter(({ value }) => value !== '')).toEqual([]);
    },
  );
});
