import Handlebars from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { PACKAGE_ROOT } from '../files/package-root.js';
import type { Speaker } from '../i18n/index.js';
import type { Assets } from './assets.js';
import { helpersFor } from './helpers.js';

const FOLDER = join(PACKAGE_ROOT, 'views');
type Render = Handlebars.TemplateDelegate;

/** All templates of one language: strict, compiled on first use, fixed parts put in while compiling. */
export class Templates {
  private readonly byName = new Map<string, Render>();

  constructor(speaker: Speaker, assets: Assets) {
    const environment = Handlebars.create();
    environment.registerHelper(helpersFor(speaker, assets, (html) => new environment.SafeString(html)));
    for (const file of templateFiles()) {
      const name = relative(FOLDER, file)
        .split(sep)
        .join('/')
        .replace(/\.hbs$/, '');
      const render = lazily(() => compile(environment, readFileSync(file, 'utf8')));
      this.byName.set(name, render);
      environment.registerPartial(name.replace(/^partials\//, ''), render);
    }
  }

  /** @throws Error for a template that does not exist or a field that the model lacks. */
  render(name: string, model: object, page: object): string {
    const template = this.byName.get(name);
    if (!template) throw new Error(`No template "${name}"`);
    return template(model, { data: { page } });
  }

  names(): string[] {
    return [...this.byName.keys()];
  }
}

function templateFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.hbs'))
    .sort()
    .map((name) => join(FOLDER, name));
}

function compile(environment: typeof Handlebars, source: string): Render {
  const tree = environment.parse(source);
  new FixedParts(environment).accept(tree);
  return environment.compile(tree, { strict: true, preventIndent: true });
}

function lazily(make: () => Render): Render {
  let made: Render | null = null;
  return (context: unknown, options?: Handlebars.RuntimeOptions) => (made ??= make())(context, options);
}

/** Helpers that answer the same to the same within a language. */
const FIXED = new Set(['t', 'icon', 'asset']);

/**
 * Prints `{{t "key"}}`, `{{icon "name"}}` and `{{asset "name"}}` once, while compiling:
 * without values they never change.
 */
class FixedParts extends Handlebars.Visitor {
  constructor(private readonly environment: typeof Handlebars) {
    super();
  }

  override Program(program: hbs.AST.Program): void {
    program.body = program.body.map((statement) => this.fixed(statement));
    super.Program(program);
  }

  private fixed(statement: hbs.AST.Statement): hbs.AST.Statement {
    if (statement.type !== 'MustacheStatement') return statement;
    const { path, params, hash } = statement as hbs.AST.MustacheStatement;
    const name = path.type === 'PathExpression' ? (path as hbs.AST.PathExpression).original : '';
    const [literal] = params;
    if (!FIXED.has(name) || params.length !== 1 || literal?.type !== 'StringLiteral' || hash) return statement;
    const printed: unknown = this.environment.helpers[name]?.((literal as hbs.AST.StringLiteral).value, { hash: {} });
    const value = this.environment.escapeExpression(printed as string);
    const content: Pick<hbs.AST.ContentStatement, 'type' | 'value' | 'loc'> = {
      type: 'ContentStatement',
      value,
      loc: statement.loc,
    };
    return content;
  }
}
