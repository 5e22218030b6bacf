import 'reflect-metadata';
import '../../../src/app.module.js';
import { definedPages } from '../../../src/platform/index.js';
import { type Breach, type Source, source, sourcesIn } from '../sources.js';
import { PAGES_WITHOUT_VIEW_TEST } from './pages-without-view-test.js';

const tests = sourcesIn('test/views', '.test.ts');
const TESTED = /viewOf<[^]*?>\(\s*'([\w/-]+)'/g;

function testedIn(sources: readonly Source[]): Set<string> {
  return new Set(sources.flatMap(({ text }) => [...text.matchAll(TESTED)].map(([, name]) => name!)));
}

/** Each page is rendered by a test of its states, or waits on the list; a page that is tested leaves the list. */
function pagesAreTested(pages: readonly string[], tested: ReadonlySet<string>, waiting: readonly string[]): Breach[] {
  return [
    ...pages
      .filter((page) => !tested.has(page) && !waiting.includes(page))
      .map((page) => `views/${page}.hbs: no test in test/views renders this page`),
    ...waiting.filter((page) => tested.has(page)).map((page) => `${page} is tested: take it off the list`),
    ...waiting.filter((page) => !pages.includes(page)).map((page) => `${page} on the list is no page`),
    ...[...tested].filter((page) => !pages.includes(page)).map((page) => `${page} in a test is no page`),
  ];
}

describe('every page', () => {
  it('has a view test, or is on the list that only shrinks', () => {
    expect(pagesAreTested(definedPages(), testedIn(tests), PAGES_WITHOUT_VIEW_TEST)).toEqual([]);
    expect([...PAGES_WITHOUT_VIEW_TEST]).toEqual([...new Set(PAGES_WITHOUT_VIEW_TEST)].sort());
  });

  it.each([
    ['without a test', ['a', 'b'], []],
    ['that is tested and still on the list', ['a'], ['a']],
    ['on the list that is none', ['a'], ['c']],
  ])('is caught: one %s', (_, pages, waiting) => {
    const test = source('test/views/x.test.ts', "const view = viewOf<XPage>('a', { viewer: null });");
    expect(pagesAreTested(pages, testedIn([test]), waiting)).toHaveLength(1);
  });

  it('is found by its template where the test names it over several lines', () => {
    const test = source('test/views/x.test.ts', "viewOf<Pick<A, 'steps'>>(\n  'a/b-c/show',\n)");
    expect([...testedIn([test])]).toEqual(['a/b-c/show']);
  });
});
