import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import 'reflect-metadata';
import '../../src/app.module.js';
import { definedPages, MessageCatalog, PACKAGE_ROOT, platformMessages } from '../../src/platform/index.js';
import { Assets } from '../../src/platform/pages/assets.js';
import { helpersFor } from '../../src/platform/pages/helpers.js';
import { DefaultArguments, type Parameters, parametersOf } from '../../src/platform/pages/parameters.js';
import { type Breach, type Source, source, sourcesIn } from './sources.js';
import { callsIn, isBuiltIn, isSameLiteral, literalOf, pathsIn } from './views/view-tree.js';

const views = sourcesIn('views', '.hbs');
const names = views.map(({ path }) => path.replace(/^views\//, '').replace(/\.hbs$/, ''));
const partialNames = names.map((name) => name.replace(/^partials\//, ''));
const partials = new Map<string, Parameters>(
  views.map(({ text, path }, at) => [partialNames[at]!, parametersOf(text, path)]),
);
const translator = new MessageCatalog([platformMessages]).in('en');
const helpers = Object.keys(helpersFor(translator, new Assets(), (html) => new Handlebars.SafeString(html)));
const icons = [...readFileSync(join(PACKAGE_ROOT, 'views/assets/icons.svg'), 'utf8').matchAll(/\bid="([\w-]+)"/g)].map(
  ([, id]) => id!,
);

/** Compiles strictly, and all helpers, partials and icons that it uses exist. */
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
    ...calls.partials.flatMap(({ name, hash, line }) =>
      [...hash]
        .filter(([key, value]) => isSameLiteral(value, partials.get(name ?? '')?.defaults.get(key)))
        .map(([key]) => `${view.path}:${line}: "${key}" of "${name}" is its default`),
    ),
    ...faultyCalls(view),
    ...unreadParameters(view),
  ];
}

/** The first call of a partial that does not match its declaration. */
function faultyCalls(view: Source): Breach[] {
  try {
    new DefaultArguments((name) => partials.get(name) ?? null).accept(
      Handlebars.parse(view.text, { srcName: view.path }),
    );
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** Declared parameters must be used in the partial, or in one that it calls without arguments. */
function unreadParameters(view: Source): Breach[] {
  const { required, defaults } = parametersOf(view.text, view.path);
  const read = namesReadIn(view);
  return [...required, ...defaults.keys()]
    .filter((name) => !read.has(name))
    .map((name) => `${view.path}:1: parameter "${name}" is never read`);
}

function namesReadIn(view: Source): Set<string> {
  const bare = callsIn(view).partials.filter(({ hash }) => hash.size === 0);
  const called = bare.flatMap(({ name }) => views.find((_, at) => partialNames[at] === name) ?? []);
  return new Set([...pathsIn(view), ...called.flatMap((inner) => [...namesReadIn(inner)])]);
}

describe('every view', () => {
  it('compiles strictly and uses only helpers, partials and icons that exist', () => {
    expect(views.length).toBeGreaterThan(50);
    expect(views.flatMap(faultsOf)).toEqual([]);
  });

  it.each([
    ['a helper that nobody registered', '<p>{{shout "course"}}</p>'],
    ['a partial that does not exist', '{{> form/nonsense field=form.x}}'],
    ['an icon that is not in the sprite', '{{icon "unicorn"}}'],
    ['an argument that the partial does not declare', '{{> state-badge state=a word=b colour="red"}}'],
    ['a call without a required argument', '{{> state-badge state=a}}'],
    ['a call with a block and without a required argument', '{{#> callout heading=a}}<p></p>{{/callout}}'],
    ['an argument that is the default', '{{> page-header heading=a lead=null}}'],
    ['a parameter that is never read', '{{!-- parameters: title --}}\n<p>{{name}}</p>'],
  ])('is reported with %s', (_, text) => {
    expect(faultsOf(source('views/x.hbs', text))).toHaveLength(1);
  });

  it('is reported if it cannot be parsed', () => {
    expect(() => faultsOf(source('views/x.hbs', '{{#if a}}<p>{{/each}}'))).toThrow();
  });

  it('belongs to a page, and every page has its view', () => {
    const pages = names.filter((name) => !/^(?:layouts|partials)\//.test(name) && !/(?:^|\/)_/.test(name));
    const called = new Set(views.flatMap((view) => callsIn(view).partials.flatMap(({ name }) => name ?? [])));
    expect(definedPages().filter((page) => !names.includes(page))).toEqual([]);
    expect(pages.filter((page) => !definedPages().includes(page) && !called.has(page))).toEqual([]);
  });
});
