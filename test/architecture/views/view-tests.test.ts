import 'reflect-metadata';
import '../../../src/app.module.js';
import { definedPages } from '../../../src/platform/index.js';
import { type Breach, type Source, source, sourcesIn } from '../sources.js';

const tests = sourcesIn('test/views', '.test.ts');
const TESTED = /viewOf<[^]*?>\(\s*'([\w/-]+)'/g;

function testedIn(sources: readonly Source[]): Set<string> {
  return new Set(sources.flatMap(({ text }) => [...text.matchAll(TESTED)].map(([, name]) => name!)));
}

/** Each page is rendered by a test of its states. */
function pagesAreTested(pages: readonly string[], tested: ReadonlySet<string>): Breach[] {
  return [
    ...pages
      .filter((page) => !tested.has(page))
      .map((page) => `views/${page}.hbs: no test in test/views renders this page`),
    ...[...tested].filter((page) => !pages.includes(page)).map((page) => `${page} in a test is no page`),
  ];
}

describe('every page', () => {
  it('has a view test', () => expect(pagesAreTested(definedPages(), testedIn(tests))).toEqual([]));

  it.each([
    ['a page without a test', ['a', 'b']],
    ['a test of what is no page', []],
  ])('is reported without one: %s', (_, pages) => {
    const test = source('test/views/x.test.ts', "const view = viewOf<XPage>('a', { viewer: null });");
    expect(pagesAreTested(pages, testedIn([test]))).toHaveLength(1);
  });

  it('is found by its template even if the test names it over several lines', () => {
    const test = source('test/views/x.test.ts', "viewOf<Pick<A, 'steps'>>(\n  'a/b-c/show',\n)");
    expect([...testedIn([test])]).toEqual(['a/b-c/show']);
  });
});
