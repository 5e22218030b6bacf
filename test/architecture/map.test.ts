import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { PACKAGE_ROOT } from '../../src/platform/index.js';
import { ACCESS_MATRIX } from './access-matrix.js';
import { nodesOf, type Source, source, sourcesIn } from './sources.js';

/** A route, such as `POST /office/cohorts/:code/sessions`, and the file that answers it. */
interface RouteOfFile {
  readonly route: string;
  readonly file: string;
}

/** A row of the first table. An address with a method stands for this one route, any other for all below it. */
interface MapRow {
  readonly part: string;
  readonly addresses: readonly string[];
}

const PATHS = /`((?:src|views|test|db|docs)\/[\w./-]+)`/g;
const DOCUMENTS = ['README.md', ...sourcesIn('docs', '.md').map(({ path }) => path)];
const textOf = (path: string): string => readFileSync(join(PACKAGE_ROOT, path), 'utf8');

function routesIn(one: Source): RouteOfFile[] {
  return nodesOf(one)
    .filter(ts.isClassDeclaration)
    .flatMap((controller) =>
      pathsOf(controller, ['Controller']).flatMap(({ path: base }) =>
        controller.members.flatMap((member) =>
          pathsOf(member, ['Get', 'Post']).map(({ decorator, path }) => ({
            route: `${decorator.toUpperCase()} ${joined(base, path)}`,
            file: one.path,
          })),
        ),
      ),
    );
}

const joined = (...paths: readonly string[]): string =>
  `/${paths
    .flatMap((path) => path.split('/'))
    .filter((name) => name !== '')
    .join('/')}`;

function pathsOf(node: ts.Node, names: readonly string[]): { decorator: string; path: string }[] {
  const decorators = ts.canHaveDecorators(node) ? (ts.getDecorators(node) ?? []) : [];
  return decorators.flatMap(({ expression }) => {
    if (!ts.isCallExpression(expression) || !names.includes(expression.expression.getText())) return [];
    const [path] = expression.arguments;
    const literals = path && ts.isArrayLiteralExpression(path) ? [...path.elements] : path ? [path] : [];
    const paths = literals.flatMap((one) => (ts.isStringLiteralLike(one) ? [one.text] : []));
    return (path ? paths : ['']).map((one) => ({ decorator: expression.expression.getText(), path: one }));
  });
}

function mapRows(text: string): MapRow[] {
  return [...text.matchAll(/^\| `(src\/[\w/-]+)` \|[^|]*\|([^|]*)\|$/gm)].map(([, part = '', cell = '']) => ({
    part,
    addresses: [...cell.matchAll(/`([^`]+)`/g)].map(([, address = '']) => address),
  }));
}

/** The part of the longest address that the route begins with. */
function partOf(route: string, rows: readonly MapRow[]): string | null {
  const [, path = ''] = route.split(' ');
  const fits = (address: string): boolean => address === route || path === address || path.startsWith(`${address}/`);
  const found = rows
    .flatMap(({ part, addresses }) => addresses.filter(fits).map((address) => ({ part, address })))
    .sort((one, other) => other.address.length - one.address.length);
  return found[0]?.part ?? null;
}

const misplaced = (routes: readonly RouteOfFile[], rows: readonly MapRow[]): string[] =>
  routes
    .filter(({ route, file }) => !file.startsWith(`${partOf(route, rows)}/`))
    .map(({ route, file }) => `${route} is answered by ${file}, and the map says ${partOf(route, rows)}`);

const missingPaths = (document: string, text: string): string[] =>
  [...text.matchAll(PATHS)]
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(PACKAGE_ROOT, path)))
    .map((path) => `${document} names ${path}, which does not exist`);

describe('docs/map.md', () => {
  const rows = mapRows(textOf('docs/map.md'));
  const routes = sourcesIn('src', '.controller.ts').flatMap(routesIn);

  it('leads from every address to the part that answers it', () => {
    expect([...new Set(routes.map(({ route }) => route))].sort()).toEqual([...ACCESS_MATRIX.keys()].sort());
    expect(misplaced(routes, rows)).toEqual([]);
  });

  it('has no address that leads nowhere', () => {
    const used = ({ part, addresses }: MapRow) =>
      addresses.filter((address) => !routes.some(({ route }) => partOf(route, [{ part, addresses: [address] }])));
    expect(rows.flatMap(used)).toEqual([]);
  });

  it('is seen to be wrong about a controller in another part', () => {
    const moved = source(
      'src/courses/web/roster.controller.ts',
      `@Controller(['office/cohorts/:code']) export class R { @Get('roster') show() {} @Post() add() {} }`,
    );
    expect(misplaced(routesIn(moved), rows)).toEqual([
      'GET /office/cohorts/:code/roster is answered by src/courses/web/roster.controller.ts, and the map says src/enrolment',
      'POST /office/cohorts/:code is answered by src/courses/web/roster.controller.ts, and the map says src/cohorts',
    ]);
  });
});

/** Files of folders `domain`, and of folders below them, that decide something. */
const ruleFiles = (paths: readonly string[]): string[] =>
  paths.filter((path) => path.includes('/domain/') && !/(?:\/index|refusals)\.ts$/.test(path)).sort();

/** The files that `docs/rules.md` lists under the heading of their folder. */
function listedRules(text: string): string[] {
  return text
    .split(/^## /m)
    .slice(1)
    .flatMap((section) => {
      const folder = /^`([\w/-]+)`/.exec(section)?.[1] ?? '';
      return [...section.matchAll(/^\| `([\w-]+\.ts)` \|/gm)].map(([, name = '']) => `${folder}/${name}`);
    })
    .sort();
}

describe('docs/rules.md', () => {
  it('lists every file with rules, under its folder', () => {
    expect(listedRules(textOf('docs/rules.md'))).toEqual(ruleFiles(sourcesIn('src', '.ts').map(({ path }) => path)));
  });

  it('is seen to lack a file, and to list one that moved', () => {
    const text = '## `src/courses/domain`\n| File | What it decides |\n|---|---|\n| `levels.ts` | the levels |\n';
    expect(listedRules(text)).toEqual(['src/courses/domain/levels.ts']);
    expect(
      ruleFiles(['src/courses/domain/versions.ts', 'src/courses/domain/index.ts', 'src/courses/web/x.ts']),
    ).toEqual(['src/courses/domain/versions.ts']);
  });
});

describe('documents', () => {
  it.each(DOCUMENTS)('%s names only files that exist', (document) => {
    expect(missingPaths(document, textOf(document))).toEqual([]);
  });

  it('are seen to name a file that is gone', () => {
    expect(missingPaths('README.md', 'Look at `src/platform/clock.ts` and `src/platform/gone.ts`.')).toEqual([
      'README.md names src/platform/gone.ts, which does not exist',
    ]);
  });
});
