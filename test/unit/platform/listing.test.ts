import { addressWith, requestedPage, pagesOf } from '../../../src/platform/pages/listing.js';
import { shapes } from '../../../src/platform/pages/shapes.js';

describe('pages of a list', () => {
  test('keep every filter of the address, and drop the number for the first page', () => {
    const pages = pagesOf('/office/trainees?q=%E9%99%88&page=2', { page: 2, size: 50, count: 120 });
    expect(pages.previous).toBe('/office/trainees?q=%E9%99%88');
    expect(pages.next).toBe('/office/trainees?q=%E9%99%88&page=3');
  });

  test('link the first, the last and the neighbours; a single missing page is linked instead of a gap', () => {
    const named = (page: number, count: number) =>
      pagesOf('/x', { page, size: 10, count }).links.map((link) => (link.gap ? '…' : link.page));
    expect(named(1, 100)).toEqual([1, 2, '…', 10]);
    expect(named(5, 100)).toEqual([1, '…', 4, 5, 6, '…', 10]);
    expect(named(4, 100)).toEqual([1, 2, 3, 4, 5, '…', 10]);
  });

  test('a page past the end is the last one, an empty list has one page', () => {
    expect(pagesOf('/x', { page: 99, size: 10, count: 11 }).page).toBe(2);
    expect(pagesOf('/x', { page: 1, size: 10, count: 0 })).toMatchObject({ last: 1, previous: null, next: null });
  });

  test.each([
    ['3', 3],
    ['0', 1],
    ['-1', 1],
    ['1e9', 1],
    ['abc', 1],
    [undefined, 1],
    [['2'], 1],
  ])('a page typed as %j is page %i', (typed, page) => {
    expect(requestedPage(typed)).toBe(page);
  });

  test('a query value is added, changed and removed', () => {
    expect(addressWith('/x?a=1', 'b', '2')).toBe('/x?a=1&b=2');
    expect(addressWith('/x?a=1&b=2', 'b', '3')).toBe('/x?a=1&b=3');
    expect(addressWith('/x?b=2', 'b', null)).toBe('/x');
  });
});

describe('template helpers', () => {
  const options = {};

  test('neighbours of one group stay together, in order', () => {
    const nav = [
      { group: null, at: 1 },
      { group: 'a', at: 2 },
      { group: 'a', at: 3 },
      { group: null, at: 4 },
    ];
    expect(shapes.groups(nav, 'group').map(({ name, items }) => [name, items.length])).toEqual([
      [null, 1],
      ['a', 2],
      [null, 1],
    ]);
  });

  test('a path is below its root, not below one with the same prefix', () => {
    expect(shapes.under('/courses/AZ-104?x=1', '/courses', options)).toBe(true);
    expect(shapes.under('/coursework', '/courses', options)).toBe(false);
  });

  test('a visitor without an account has no role', () => {
    expect(shapes.has(null, 'roles', 'trainee', options)).toBe(false);
    expect(shapes.has({ roles: ['trainee'] }, 'roles', 'instructor', 'trainee', options)).toBe(true);
  });

  test('a bar is never wider than its track, and empty if the whole is zero', () => {
    expect([shapes.share(1, 3), shapes.share(30, 20), shapes.share(1, 0), shapes.share(-2, 4)]).toEqual([
      33.3, 100, 0, 0,
    ]);
  });

  test('0 is shown, an empty value is not', () => {
    expect([0, '', null, undefined, false].map((value) => shapes.shown(value))).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});
