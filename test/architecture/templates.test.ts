import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import '../../src/app.module.js';
import { definedPages, Dictionary, PACKAGE_ROOT, platformWords } from '../../src/platform/index.js';
import { Assets } from '../../src/platform/pages/assets.js';
import { helpersFor } from '../../src/platform/pages/helpers.js';
import { type Breach, type Source, source, sourcesIn } from './sources.js';
import { callsIn, isBuiltIn, literalOf } from './view-tree.js';

const views = sourcesIn('views', '.hbs');
const names = views.map(({ path }) => path.replace(/^views\//, '').replace(/\.hbs$/, ''));
const partials = names.map((name) => name.replace(/^partials\//, ''));
const speaker = new Dictionary([platformWords]).in('en');
const helpers = Object.keys(helpersFor(speaker, new Assets(), (html) => new Handlebars.SafeString(html)));
const icons = [...readFileSync(join(PACKAGE_ROOT, 'views/assets/icons.svg'), 'utf8').matchAll(/\bid="([\w-]+)"/g)].map(
  ([, id]) => id!,
);

/** Compiled strictly, and every helper, partial and icon that it calls exists. */
function faultsOf(view: Source): Breach[] {
  Handlebars.precompile(view.text, { strict: true, preventIndent: true });
  const calls = callsIn(view);
  return [
    ...calls.helpers
      .filter(({ name }) => !isBuiltIn(name) && !helpers.includes(name))
      .map(({ name, line }) => `${view.path}:${line}: no helper "${name}"`),
    ...calls.helpers
      .filter(({ name }) => name === 'icon')
      .map(({ params, line }) => ({ id: literalOf(params[0]), line }))
      .filter(({ id }) => id !== null && !icons.includes(id))
      .map(({ id, line }) => `${view.path}:${line}: no icon "${id}"`),
    ...calls.partials
      .filter(({ name }) => name !== null && name !== '@partial-block' && !partials.includes(name))
      .map(({ name, line }) => `${view.path}:${line}: no partial "${name}"`),
  ];
}

describe('every view', () => {
  it('compiles strictly and calls only helpers, partials and icons that exist', () => {
    expect(views.length).toBeGreaterThan(50);
    expect(views.flatMap(faultsOf)).toEqual([]);
  });

  it.each([
    ['a helper that nobody registered', '<p>{{shout "course"}}</p>'],
    ['a partial that does not exist', '{{> form/nonsense field=form.x}}'],
    ['an icon that is not in the sprite', '{{icon "unicorn"}}'],
  ])('is caught with %s', (_, text) => {
    expect(faultsOf(source('views/x.hbs', text))).toHaveLength(1);
  });

  it('is caught where it does not parse', () => {
    expect(() => faultsOf(source('views/x.hbs', '{{#if a}}<p>{{/each}}'))).toThrow();
  });

  it('belongs to a page, and every page has its view', () => {
    const pages = names.filter((name) => !/^(?:layouts|partials)\//.test(name) && !/(?:^|\/)_/.test(name));
    const called = new Set(views.flatMap((view) => callsIn(view).partials.flatMap(({ name }) => name ?? [])));
    expect(definedPages().filter((page) => !names.includes(page))).toEqual([]);
    expect(pages.filter((page) => !definedPages().includes(page) && !called.has(page))).toEqual([]);
  });
});
