import Handlebars from 'handlebars';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { PACKAGE_ROOT } from '../files/package-root.js';
import type { Translator } from '../i18n/index.js';
import { memoize } from '../memoize.js';
import type { Assets } from './assets.js';
import { helpersFor } from './helpers.js';
import { Indentation } from './indentation.js';
import { DefaultArguments, parametersOf } from './parameters.js';

const FOLDER = join(PACKAGE_ROOT, 'views');
type Render = Handlebars.TemplateDelegate;

/** All templates of one language: strict, compiled on first use, with defaults and constant parts inlined. */
export class Templates {
  private readonly byName = new Map<string, Render>();

  constructor(translator: Translator, assets: Assets) {
    const environment = Handlebars.create();
    environment.registerHelper(helpersFor(translator, assets, (html) => new environment.SafeString(html)));
    const files = templateFiles();
    const partials = new Map([...files].map(([name, file]) => [partialName(name), file]));
    const defaults = new DefaultArguments((partial) => {
      const file = partials.get(partial);
      return file === undefined ? null : parametersIn(file);
    });
    for (const [name, file] of files) {
      const render = lazily(() => {
        const tree = environment.parse(readFileSync(file, 'utf8'), { srcName: `${name}.hbs` });
        for (const pass of [defaults, new Indentation(), new FixedParts(environment)]) pass.accept(tree);
        return environment.compile(tree, { strict: true, preventIndent: true });
      });
      this.byName.set(name, render);
      environment.registerPartial(partialName(name), render);
    }
  }

  /** @throws Error for a template that does not exist or a field that the model lacks */
  render(name: string, model: object, page: object): string {
    const template = this.byName.get(name);
    if (!template) throw new Error(`No template "${name}"`);
    return template(model, { data: { page } });
  }

  names(): string[] {
    return [...this.byName.keys()];
  }
}

/** Compiled once for all academies of a process that print the same messages and assets. */
export function templatesOf(translator: Translator, assets: Assets): Templates {
  const ofAssets = compiled.get(translator) ?? new WeakMap<Assets, Templates>();
  compiled.set(translator, ofAssets);
  const templates = ofAssets.get(assets) ?? new Templates(translator, assets);
  ofAssets.set(assets, templates);
  return templates;
}

const compiled = new WeakMap<Translator, WeakMap<Assets, Templates>>();

/** The files of `views/` by name: the path without the extension. */
function templateFiles(): Map<string, string> {
  const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.hbs'));
  return new Map(files.sort().map((file) => [nameOf(file), join(FOLDER, file)]));
}

const nameOf = (file: string) => file.replaceAll(sep, '/').replace(/\.hbs$/, '');
const partialName = (name: string) => name.replace(/^partials\//, '');

/** Read from the files once for both languages. */
const parametersIn = memoize((file: string) => parametersOf(readFileSync(file, 'utf8'), file));

function lazily(make: () => Render): Render {
  let made: Render | null = null;
  return (context: unknown, options?: Handlebars.RuntimeOptions) => (made ??= make())(context, options);
}

/** Helpers whose output is constant within a language. */
const FIXED = new Set(['t', 'icon', 'asset']);

/**
 * Renders `{{t "key"}}`, `{{icon "name"}}` and `{{asset "name"}}` at compile time: without values they never change.
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
