import ts from 'typescript';
import { MAY_IMPORT, placeOf } from '../module-walls.js';
import { nodesOf, type Breach, type Source } from '../sources.js';

/** The owning module of each table. */
export type TableOwners = ReadonlyMap<string, string>;

/** A table belongs to the module of its `@Entity`. */
export function tableOwners(sources: readonly Source[]): TableOwners {
  return new Map(
    sources.flatMap((one) => {
      const module = placeOf(one.path)?.module;
      return module === undefined ? [] : tablesOf(one).map((table): [string, string] => [table, module]);
    }),
  );
}

/** SQL may name tables of its own module, of modules that it may import, and of the platform. */
export function sqlReadsOnlyWhatTheTableAllows(owners: TableOwners): (one: Source) => Breach[] {
  return (one) => {
    const module = placeOf(one.path)?.module;
    if (module === undefined) return [];
    return [...new Set(tablesNamed(one))].flatMap((table) => {
      const owner = owners.get(table) ?? module;
      const allowed = owner === module || owner === 'platform' || MAY_IMPORT[module]!.includes(owner);
      return allowed ? [] : [`${one.path}: ${module} may not read ${table}, which belongs to ${owner}`];
    });
  };
}

function tablesOf(one: Source): string[] {
  return nodesOf(one).flatMap((node) => {
    if (!ts.isDecorator(node) || !ts.isCallExpression(node.expression)) return [];
    const { expression, arguments: given } = node.expression;
    const [name] = given;
    return expression.getText() === 'Entity' && name && ts.isStringLiteralLike(name) ? [name.text] : [];
  });
}

const NAMED = /\b(?:FROM|JOIN)\s+["']?(\w+)/g;
/** The further tables in `FROM cohort c, enrolment e`. */
const LISTED = /\bFROM\s+\w+(?:\s+(?:AS\s+)?\w+)?((?:\s*,\s*\w+(?:\s+(?:AS\s+)?\w+)?)+)/g;
/** Query builder methods that name a table. */
const BUILDS_SQL = /^(?:from|.*join.*)$/i;

/** Names after FROM or JOIN in strings and templates, and tables that a query builder joins. */
function tablesNamed(one: Source): string[] {
  return nodesOf(one).flatMap((node) => {
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) return tablesIn(node.getText());
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const [first] = node.arguments;
    return BUILDS_SQL.test(node.expression.name.text) && first && ts.isStringLiteralLike(first) ? [first.text] : [];
  });
}

function tablesIn(text: string): string[] {
  const named = [...text.matchAll(NAMED)].map(([, table]) => table!);
  const listed = [...text.matchAll(LISTED)].flatMap(([, rest]) =>
    [...rest!.matchAll(/,\s*(\w+)/g)].map(([, name]) => name!),
  );
  return [...named, ...listed];
}
