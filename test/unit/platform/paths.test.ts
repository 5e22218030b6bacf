import fc from 'fast-check';
import { pathWithin } from '../../../src/platform/http/paths.js';

const SITE = 'https://academy.example';

describe('a path to continue to', () => {
  it.each([
    '/',
    '/my/training',
    '/courses?track=1&page=2',
    '/my/certificates/1#links',
    '/courses/C%2FD',
    '/c/a.b',
    '/a//b',
    '/?next=//evil.example',
    '/a?x=https://evil.example/',
    '/课程',
  ])('keeps %s', (typed) => {
    const url = new URL(typed, SITE);
    expect(pathWithin(typed)).toBe(url.pathname + url.search + url.hash);
  });

  it.each([
    '//evil.example',
    '///evil.example',
    '/.//evil.example/x',
    '/a/..//evil.example',
    '/%2e//evil.example',
    '/%2E%2e//evil.example',
    '/././/evil.example',
    '/a/%2e%2e//evil.example',
    '/\\evil.example',
    '/.\\/evil.example',
    '/a/..\\\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.\t//evil.example',
    '/\r\n//evil.example',
    'https:evil.example',
    'https://evil.example',
    'http:/evil.example',
    '//user@evil.example',
    '//academy.example@evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    '//。evil.example',
    '／／evil.example',
    '/..//evil。example',
    '',
    ' /x',
    ' //evil.example',
    'evil.example',
    `/${'a'.repeat(5000)}`,
  ])('is / for %j', (typed) => {
    expect(pathWithin(typed)).toBe('/');
  });

  it.each([[null], [undefined], [7], [['/x']], [{ toString: () => '/x' }]])(
    'is / for %j, which is not text',
    (typed) => {
      expect(pathWithin(typed)).toBe('/');
    },
  );

  it('stays on the site, whatever is typed, and is a valid header value', () => {
    const piece = fc.constantFrom(
      '/',
      '//',
      '\\',
      '.',
      '..',
      '%2e',
      '%2E',
      '%2f',
      '%5c',
      '\t',
      '\n',
      '\r',
      '@',
      ':',
      '?',
      '#',
      'https:',
      'evil.example',
      '。',
      '．',
      '／',
      'a',
      ' ',
      '\u0000',
      '\uD800',
    );
    const typed = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => `/${pieces.join('')}`),
      fc.string({ unit: 'binary' }),
      fc.webUrl(),
      fc.webPath(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const path = pathWithin(text);
        expect(new URL(path, SITE).origin).toBe(SITE);
        expect(new URL(path, `${SITE}/sign-in`).origin).toBe(SITE);
        expect(path).toMatch(/^\/(?!\/)[\x21-\x7e]*$/);
        expect(pathWithin(path)).toBe(path);
      }),
      { numRuns: 2000 },
    );
  });
});
