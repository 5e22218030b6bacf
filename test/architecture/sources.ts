import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import ts from 'typescript';
import { PACKAGE_ROOT } from '../../src/platform/index.js';

/** A file of the project, or one that a test makes up. `path` is relative to the project, with `/`. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

export interface Import {
  /** A path relative to the project for our own files, the package's name for anything else. */
  readonly from: string;
  readonly ours: boolean;
  readonly names: readonly string[];
  /** Erased at run time. */
  readonly typeOnly: boolean;
}

/** A violation of a rule, as a sentence for the person who caused it. */
export type Breach = string;

export function sourcesIn(folder: string, ending: string): Source[] {
  const names = readdirSync(join(PACKAGE_ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );
  return names
    .map((name) => posix.join(folder, name.replaceAll('\\', '/')))
    .filter((path) => statSync(join(PACKAGE_ROOT, path)).isFile())
    .sort()
    .map((path) => ({ path, text: readFileSync(join(PACKAGE_ROOT, path), 'utf8') }));
}

export function source(path: string, text: string): Source {
  return { path, text };
}

const trees = new WeakMap<Source, ts.SourceFile>();

export function treeOf(one: Source): ts.SourceFile {
  const known = trees.get(one);
  if (known) return known;
  const tree = ts.createSourceFile(one.path, one.text, ts.ScriptTarget.ES2023, true);
  trees.set(one, tree);
  return tree;
}

/** Every node of the file, outermost first. */
export function nodesOf(one: Source): ts.Node[] {
  const nodes: ts.Node[] = [];
  const walk = (node: ts.Node): void => {
    nodes.push(node);
    ts.forEachChild(node, walk);
  };
  walk(treeOf(one));
  return nodes;
}

/** The file's dependencies: imports, re-exports and dynamic imports. */
export function importsOf(one: Source): Import[] {
  return nodesOf(one).flatMap((node): Import[] => {
    if (ts.isImportDeclaration(node)) return [imported(one, node.moduleSpecifier, importedNames(node))];
    if (ts.isExportDeclaration(node) && node.moduleSpecifier)
      return [imported(one, node.moduleSpecifier, exportedNames(node))];
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword && node.arguments[0])
      return [imported(one, node.arguments[0], { names: [], typeOnly: false })];
    return [];
  });
}

/** Our own files that are loaded with this one, including itself. */
export function loadedWith(path: string, sources: readonly Source[]): Source[] {
  const loaded = new Set<Source>();
  const load = (target: string): void => {
    const one = sources.find((each) => each.path === target);
    if (!one || loaded.has(one)) return;
    loaded.add(one);
    for (const { from, ours, typeOnly } of importsOf(one)) if (ours && !typeOnly) load(from);
  };
  load(path);
  return [...loaded];
}

type Named = Pick<Import, 'names' | 'typeOnly'>;

function imported(one: Source, specifier: ts.Expression, named: Named): Import {
  const text = ts.isStringLiteralLike(specifier) ? specifier.text : '(computed)';
  const ours = text.startsWith('.');
  return { ...named, ours, from: ours ? posix.join(posix.dirname(one.path), text).replace(/\.js$/, '.ts') : text };
}

function importedNames(node: ts.ImportDeclaration): Named {
  const clause = node.importClause;
  if (!clause) return { names: [], typeOnly: false };
  const bindings = clause.namedBindings;
  const elements = bindings && ts.isNamedImports(bindings) ? [...bindings.elements] : [];
  const everyNameIsAType = elements.length > 0 && elements.every((element) => element.isTypeOnly) && !clause.name;
  return {
    names: elements.map((element) => (element.propertyName ?? element.name).text),
    typeOnly: clause.isTypeOnly || everyNameIsAType,
  };
}

function exportedNames(node: ts.ExportDeclaration): Named {
  const elements = node.exportClause && ts.isNamedExports(node.exportClause) ? [...node.exportClause.elements] : [];
  const everyNameIsAType = elements.length > 0 && elements.every((element) => element.isTypeOnly);
  return {
    names: elements.map((element) => (element.propertyName ?? element.name).text),
    typeOnly: node.isTypeOnly || everyNameIsAType,
  };
}
