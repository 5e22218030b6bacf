import Handlebars from 'handlebars';

/** A partial's parameters: names that every call must pass, and names with a literal as default. */
export interface Parameters {
  readonly required: readonly string[];
  readonly defaults: ReadonlyMap<string, hbs.AST.Literal>;
}

const DECLARATION = /^\{\{!--\s*parameters:\s([^]*?)--\}\}/;
const NONE: Parameters = { required: [], defaults: new Map() };

/**
 * Parses the first line of a partial, which is written like a call: `{{!-- parameters: heading lead=null rows=3 --}}`.
 * @throws Error if a parameter is declared twice, or its default is not a literal
 */
export function parametersOf(source: string, name: string): Parameters {
  const declared = DECLARATION.exec(source)?.[1]?.trim();
  if (!declared) return NONE;
  const [call] = Handlebars.parse(`{{> declared ${declared}}}`).body as hbs.AST.PartialStatement[];
  const required = call!.params.map((param) => (param as hbs.AST.PathExpression).original);
  const pairs = call!.hash?.pairs ?? [];
  const names = [...required, ...pairs.map(({ key }) => key)];
  const twice = names.find((one, at) => names.indexOf(one) !== at);
  if (twice) throw new Error(`${name}: parameter "${twice}" is declared twice`);
  const open = pairs.find(({ value }) => !value.type.endsWith('Literal'));
  if (open) throw new Error(`${name}: the default of "${open.key}" is not a literal`);
  return { required, defaults: new Map(pairs.map(({ key, value }) => [key, value])) };
}

type Call = hbs.AST.PartialStatement | hbs.AST.PartialBlockStatement;

/**
 * Checks each call of a partial against its declaration and adds the defaults: an optional parameter is never read from
 * the surrounding page.
 * @throws Error for an undeclared argument, a missing required one, and an unknown partial
 */
export class DefaultArguments extends Handlebars.Visitor {
  constructor(private readonly parametersOf: (partial: string) => Parameters | null) {
    super();
  }

  override PartialStatement(call: hbs.AST.PartialStatement): void {
    this.complete(call);
    super.PartialStatement(call);
  }

  override PartialBlockStatement(call: hbs.AST.PartialBlockStatement): void {
    this.complete(call);
    super.PartialBlockStatement(call);
  }

  private complete(call: Call): void {
    if (call.name.type !== 'PathExpression') throw fault(call, 'a partial is called by its name');
    const name = call.name.original;
    if (name === '@partial-block') return;
    const parameters = this.parametersOf(name);
    if (!parameters) throw fault(call, `no partial "${name}"`);
    const { required, defaults } = parameters;
    const given = new Set(call.hash?.pairs.map(({ key }) => key));
    const unknown = [...given].find((key) => !required.includes(key) && !defaults.has(key));
    if (unknown) throw fault(call, `partial "${name}" has no parameter "${unknown}"`);
    const missing = required.find((key) => !given.has(key));
    if (missing) throw fault(call, `partial "${name}" is called without "${missing}"`);
    const added = [...defaults].filter(([key]) => !given.has(key));
    if (added.length === 0) return;
    const { loc } = call;
    const pairs = added.map(([key, value]): hbs.AST.HashPair => ({ type: 'HashPair', key, value, loc }));
    call.hash = { type: 'Hash', pairs: [...(call.hash?.pairs ?? []), ...pairs], loc };
  }
}

function fault({ loc }: Call, text: string): Error {
  return new Error(`${loc.source}:${loc.start.line}: ${text}`);
}
