import { BoundedCache } from '../../../src/platform/bounded-cache.js';

describe('a bounded cache', () => {
  it('evicts the least recently used, and no more than necessary', () => {
    const cache = new BoundedCache<string>(6, (text) => text.length);
    for (const key of ['a', 'b', 'c']) cache.set(key, key.repeat(2));
    expect(cache.get('a')).toBe('aa');
    cache.set('d', 'd');
    expect(['a', 'b', 'c', 'd'].map((key) => cache.get(key))).toEqual(['aa', undefined, 'cc', 'd']);
    cache.set('e', 'e');
    expect(['a', 'c', 'd', 'e'].map((key) => cache.get(key))).toEqual(['aa', 'cc', 'd', 'e']);
  });

  it('counts a replaced value once', () => {
    const cache = new BoundedCache<string>(4, (text) => text.length);
    for (let time = 0; time < 10; time += 1) cache.set('a', 'aa');
    cache.set('b', 'bb');
    expect([cache.get('a'), cache.get('b')]).toEqual(['aa', 'bb']);
  });

  it('does not keep a value larger than its limit', () => {
    const cache = new BoundedCache<string>(4, (text) => text.length);
    cache.set('a', 'aaaaa');
    expect(cache.get('a')).toBeUndefined();
    cache.set('b', 'bb');
    expect(cache.get('b')).toBe('bb');
  });
});
