import Handlebars from 'handlebars';
import type { Source } from '../sources.js';

type Node = hbs.AST.Node;
type Expression = hbs.AST.Expression;

/** A helper call in a view: `{{t "key" name=value}}`, `(t "key")`, `{{#if x}}`. */
export interface HelperCall {
  readonly name: string;
  readonly params: readonly Expression[];
  readonly hash: ReadonlyMap<string, Expression>;
  readonly line: number;
}

/** A partial call in a view: `{{> form/text label="…"}}`. `name` is `null` if chosen at run time. */
export interface PartialCall {
  readonly name: string | null;
  readonly hash: ReadonlyMap<string, Expression>;
  readonly line: number;
}

export interface ViewCalls {
  readonly helpers: readonly HelperCall[];
  readonly partials: readonly PartialCall[];
}

const BLOCKS = ['if', 'unless', 'each', 'with', 'lookup'];
const known = new WeakMap<Source, ViewCalls>();

/** @throws Error if the view cannot be parsed */
export function callsIn(view: Source): ViewCalls {
  const before = known.get(view);
  if (before) return before;
  const collector = new Collector();
  collector.accept(Handlebars.parse(view.text, { srcName: view.path }));
  known.set(view, collector);
  return collector;
}

/** The literal strings that an expression may evaluate to: itself, both branches of `or`, nothing for the rest. */
export function literalOf(expression: Expression | undefined): string | null {
  return expression?.type === 'StringLiteral' ? (expression as hbs.AST.StringLiteral).value : null;
}

/** The constant prefix of `(concat "course.state_" state)`, or `null`. */
export function prefixOf(expression: Expression | undefined): string | null {
  if (expression?.type !== 'SubExpression') return null;
  const { path, params } = expression as hbs.AST.SubExpression;
  return path.original === 'concat' ? literalOf(params[0]) : null;
}

export function isSameLiteral(one: Expression, other: Expression | undefined): boolean {
  return one.type === other?.type && one.type.endsWith('Literal') && valueOf(one) === valueOf(other);
}

const valueOf = (literal: Expression): unknown => (literal as { value?: unknown }).value ?? null;

/** The properties that a view reads from its model: the first name of each path. */
export function pathsIn(view: Source): Set<string> {
  const paths = new Paths();
  paths.accept(Handlebars.parse(view.text, { srcName: view.path }));
  return paths.found;
}

class Paths extends Handlebars.Visitor {
  readonly found = new Set<string>();

  override PathExpression({ data, parts }: hbs.AST.PathExpression): void {
    if (!data && parts[0] !== undefined) this.found.add(parts[0]);
  }
}

export function isBuiltIn(name: string): boolean {
  return BLOCKS.includes(name);
}

class Collector extends Handlebars.Visitor implements ViewCalls {
  readonly helpers: HelperCall[] = [];
  readonly partials: PartialCall[] = [];

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    if (node.params.length > 0 || node.hash) this.helper(node);
    super.MustacheStatement(node);
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.helper(node);
    super.BlockStatement(node);
  }

  override SubExpression(node: hbs.AST.SubExpression): void {
    this.helper(node);
    super.SubExpression(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.partial(node);
    super.PartialStatement(node);
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.partial(node);
    super.PartialBlockStatement(node);
  }

  private helper(node: {
    path: Node;
    params: Expression[];
    hash?: hbs.AST.Hash | undefined;
    loc: hbs.AST.SourceLocation;
  }): void {
    this.helpers.push({
      name: (node.path as hbs.AST.PathExpression).original,
      params: node.params,
      hash: hashOf(node.hash),
      line: node.loc.start.line,
    });
  }

  private partial(node: { name: Node; hash?: hbs.AST.Hash | undefined; loc: hbs.AST.SourceLocation }): void {
    const name = node.name.type === 'PathExpression' ? (node.name as hbs.AST.PathExpression).original : null;
    this.partials.push({ name, hash: hashOf(node.hash), line: node.loc.start.line });
  }
}

function hashOf(hash: hbs.AST.Hash | undefined): Map<string, Expression> {
  return new Map((hash?.pairs ?? []).map(({ key, value }) => [key, value]));
}
