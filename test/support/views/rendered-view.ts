import 'reflect-metadata';
import type { Role } from '../../../src/accounts/index.js';
import {
  type Actor,
  instantOf,
  type Language,
  LANGUAGES,
  MessageCatalog,
  type MessageValues,
  type RequestContext,
  type Translator,
  VISITOR,
} from '../../../src/platform/index.js';
import { Assets } from '../../../src/platform/pages/assets.js';
import { PageRenderer } from '../../../src/platform/pages/page-renderer.js';
import { Page } from '../../../src/platform/http/answers.js';
import { messages } from '../../../src/start/messages.js';
import { elementWithId, faultsOfPage, nameOf } from './page-faults.js';
import { type HtmlElement, parseHtml } from './html-tree.js';

/** A Tuesday morning: the time of the pages in view tests. */
export const LOOKED_AT = instantOf('2026-03-10', '10:20');

const catalog = new MessageCatalog(messages);
const renderer = new PageRenderer(catalog, new Assets(), {
  chromeFor: ({ language }) => ({
    academyName: language === 'en' ? 'Jinan IT Academy' : '济南信息技术学院',
    academyNameOther: language === 'en' ? '济南信息技术学院' : 'Jinan IT Academy',
    hasLogo: false,
    nav: [],
  }),
  lineFor: () => null,
});

/** Who opens the page, and at which address. */
export interface Around {
  readonly viewer?: Role | null;
  readonly path?: string;
  /** A standalone document or a part of a page: needs neither a main part nor a heading. */
  readonly isPart?: boolean;
  /** Faults that `faultsOfPage` finds on each rendering and that are not fixed yet; remove them here once fixed. */
  readonly knownFaults?: readonly string[];
}

/** One language, in which a test renders pages and looks up the expected messages. */
export class Stage {
  readonly translator: Translator;

  constructor(readonly language: Language) {
    this.translator = catalog.in(language);
  }

  t(key: string, values: MessageValues = {}): string {
    return this.translator.t(key, values);
  }

  /** The text in this language. */
  one(zh: string, en: string): string {
    return this.language === 'en' ? en : zh;
  }

  context({ viewer = null, path = '/' }: Around = {}): RequestContext {
    return {
      actor: viewer === null ? VISITOR : actorWith(viewer),
      language: this.language,
      translator: this.translator,
      sessionId: null,
      requestId: 'r1',
      ip: '127.0.0.1',
      at: LOOKED_AT,
      url: path,
      flash: null,
      csrf: () => 'token',
    };
  }
}

/** Runs a test of a page once in each language. */
export function inEachLanguage(name: string, check: (stage: Stage) => void): void {
  for (const language of LANGUAGES) it(`${name} (${language})`, () => check(new Stage(language)));
}

export type ViewRenderer<Model extends object> = (stage: Stage, model: Model, around?: Around) => RenderedView;

/**
 * Renders one page's template as the product does, without database or HTTP. `usual`: who opens it, and where.
 * @throws Error for a missing message, a field that the model lacks, and whatever `faultsOfPage` finds
 */
export function viewOf<Model extends object>(template: string, usual: Around = {}): ViewRenderer<Model> {
  return (stage, model, around = {}) => {
    const context = stage.context({ ...usual, ...around });
    const root = parseHtml(renderer.render(new Page(template, model, 200), context));
    const found = [...faultsOfPage(root, usual), ...foreignWords(root, stage, [model, context.actor])];
    const known = usual.knownFaults ?? [];
    const mended = known.filter((fault) => !found.includes(fault)).map((fault) => `mended: ${fault}`);
    const faults = [...mended, ...found.filter((fault) => !known.includes(fault))];
    if (faults.length > 0) throw new Error(`${template} in ${stage.language}:\n${[...new Set(faults)].join('\n')}`);
    return new RenderedView(root);
  };
}

/** What a person finds in the main part of a page. */
export class RenderedView {
  readonly main: HtmlElement;

  constructor(readonly root: HtmlElement) {
    this.main = root.all('main')[0] ?? root;
  }

  get words(): string {
    return this.main.text;
  }

  get heading(): string {
    return this.main.all('h1')[0]?.text ?? '';
  }

  /** The headings below the main one. */
  get sections(): string[] {
    return this.main.all('h2', 'h3', 'h4').map(({ text }) => text);
  }

  /** The targets of links with this name, in page order. */
  links(name: string): string[] {
    return this.main.all('a').flatMap((one) => (this.nameOf(one) === name ? [one.attribute('href')!] : []));
  }

  link(name: string): string | null {
    return this.links(name)[0] ?? null;
  }

  /** All link targets. */
  get hrefs(): string[] {
    return this.main.all('a').map((one) => one.attribute('href')!);
  }

  /** What the buttons with this name submit, as `post /address`. */
  buttons(name: string): string[] {
    return this.main.all('button').flatMap((one) => (this.nameOf(one) === name ? [this.requestOf(one)] : []));
  }

  button(name: string): string | null {
    return this.buttons(name)[0] ?? null;
  }

  /** What all forms of the page submit. */
  get requests(): string[] {
    return this.main.all('form').map(requestOf);
  }

  /** The visible controls with a name; radio buttons and ticks have several. */
  controls(name: string): ControlSeen[] {
    return this.main
      .all('input', 'select', 'textarea')
      .filter((one) => one.attribute('name') === name && one.attribute('type') !== 'hidden')
      .map((one) => this.controlSeen(one));
  }

  control(name: string): ControlSeen | null {
    return this.controls(name)[0] ?? null;
  }

  /** The values of hidden fields with a name. */
  hidden(name: string): string[] {
    const inputs = this.main.all('input').filter((one) => one.attribute('type') === 'hidden');
    return inputs.flatMap((one) => (one.attribute('name') === name ? [one.attribute('value') ?? ''] : []));
  }

  /** The faults tied to fields by `aria-describedby`, by the field's anchor. */
  get faults(): Record<string, string> {
    const described = this.main.inner.flatMap((one) => {
      const ids = (one.attribute('aria-describedby') ?? '').split(/\s+/).filter((id) => id.endsWith('-error'));
      return ids.map((id) => [one.attribute('id') ?? '', elementWithId(this.main, id)?.text ?? ''] as const);
    });
    return Object.fromEntries(described);
  }

  /** The cell texts of each row of all tables, without headings. */
  get rows(): string[][] {
    const rows = this.main.all('tbody').flatMap((body) => body.all('tr'));
    return rows.map((row) => row.all('td', 'th').map(({ text }) => text));
  }

  /** The text of each element with a class. */
  textsOf(className: string): string[] {
    return this.main.inner.filter((one) => one.hasClass(className)).map(({ text }) => text);
  }

  /** The entries of the page's description lists, by term. */
  get facts(): Record<string, string> {
    const known = this.main.all('dt', 'dd');
    const terms = known.flatMap((one, at) => (one.tag === 'dt' ? [[one.text, known[at + 1]?.text ?? '']] : []));
    return Object.fromEntries(terms) as Record<string, string>;
  }

  private nameOf(element: HtmlElement): string {
    return nameOf(element, this.root);
  }

  private requestOf(button: HtmlElement): string {
    const id = button.attribute('form');
    const form = id === null ? button.within(({ tag }) => tag === 'form') : elementWithId(this.root, id);
    const action = button.attribute('formaction');
    return form === null ? '' : action === null ? requestOf(form) : `${form.attribute('method') ?? 'get'} ${action}`;
  }

  private controlSeen(one: HtmlElement): ControlSeen {
    const options = one.all('option');
    const isTick = ['radio', 'checkbox'].includes(one.attribute('type') ?? '');
    const selected = options.find((option) => option.attribute('selected') !== null) ?? options[0];
    const typed = one.tag === 'textarea' ? String(one.children[0] ?? '') : (one.attribute('value') ?? '');
    return {
      label: this.nameOf(one),
      value: one.tag === 'select' ? (selected?.attribute('value') ?? '') : typed,
      isChosen: isTick ? one.attribute('checked') !== null : options.some((each) => each === selected),
      isDisabled: one.attribute('disabled') !== null,
      options: options.map(({ text }) => text),
    };
  }
}

export interface ControlSeen {
  readonly label: string;
  readonly value: string;
  readonly isChosen: boolean;
  readonly isDisabled: boolean;
  readonly options: readonly string[];
}

const requestOf = (form: HtmlElement) => `${form.attribute('method') ?? 'get'} ${form.attribute('action')}`;

function actorWith(role: Role): Actor {
  return { id: `account-${role}`, name: '李静', email: 'li.jing@academy.example', roles: [role] };
}

/** Chinese text on an English page that comes neither from its model nor from the viewer's name. */
function foreignWords(root: HtmlElement, stage: Stage, shown: readonly object[]): string[] {
  if (stage.language !== 'en') return [];
  const known = textsIn(shown).sort((one, other) => other.length - one.length);
  const left = known.reduce((text, one) => text.replaceAll(one, ''), (root.all('main')[0] ?? root).text);
  const found = /\p{Script=Han}+/u.exec(left);
  return found ? [`the English page says "${found[0]}"`] : [];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return /\p{Script=Han}/u.test(value) ? value.split(/\s*\n\s*/) : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
