import ts from 'typescript';
import { placeOf } from '../module-walls.js';
import { importsOf, nodesOf, type Breach, type Source } from '../sources.js';

const READS_LIKE_SQL = [
  /\bSELECT\b[^]*\bFROM\b/,
  /\b(?:INSERT INTO|DELETE FROM|UPDATE \w+ SET)\b/,
  /\b(?:FOR UPDATE|LOCK TABLE)\b|\bpg_advisory_/,
];
/** Query builder methods that take SQL text. */
const TAKES_SQL = /^(?:(?:and|or)?(?:where|having)|(?:add)?(?:orderBy|groupBy|select)|.*join.*)$/i;

/** Queries are functions in `data`: no other room contains SQL. The platform has no rooms. */
export function onlyDataWritesSql(one: Source): Breach[] {
  const room = placeOf(one.path)?.room;
  if (!one.path.startsWith('src/') || one.path.startsWith('src/platform/') || room === 'data') return [];
  return [...taggedSql(one), ...sqlInTexts(one), ...conditionsAsText(one)];
}

/** A type (`Sql` in a signature) is not SQL. */
function taggedSql(one: Source): Breach[] {
  return importsOf(one)
    .filter(({ from, typeOnly }) => from === 'sql-template-tag' && !typeOnly)
    .map(() => `${one.path}: queries are written in data`);
}

function sqlInTexts(one: Source): Breach[] {
  return nodesOf(one)
    .filter((node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node))
    .filter((node) => READS_LIKE_SQL.some((pattern) => pattern.test(node.getText())))
    .map((node) => `${one.path}: SQL stands in data: ${node.getText().slice(0, 60)}`);
}

/** `createQueryBuilder().where('a = :a')`: find operators (`IsNull`, `In`, `MoreThan`) do the same without SQL. */
function conditionsAsText(one: Source): Breach[] {
  return nodesOf(one).flatMap((node) => {
    if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return [];
    const { name, expression } = node.expression;
    const [first] = node.arguments;
    return TAKES_SQL.test(name.text) &&
      first !== undefined &&
      ts.isStringLiteralLike(first) &&
      expression.getText().includes('createQueryBuilder(')
      ? [`${one.path}: a condition in SQL: ${first.getText()}`]
      : [];
  });
}
