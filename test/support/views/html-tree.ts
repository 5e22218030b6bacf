/** An element of a page that `parseHtml` has read. Text is decoded, whitespace kept. */
export class HtmlElement {
  readonly children: (HtmlElement | string)[] = [];
  /** Cached, because a parsed page does not change. */
  private known: readonly HtmlElement[] | null = null;

  constructor(
    readonly tag: string,
    readonly attributes: ReadonlyMap<string, string>,
    readonly parent: HtmlElement | null,
  ) {}

  attribute(name: string): string | null {
    return this.attributes.get(name) ?? null;
  }

  hasClass(name: string): boolean {
    return (this.attribute('class') ?? '').split(/\s+/).includes(name);
  }

  /** All descendants, in document order. */
  get inner(): readonly HtmlElement[] {
    return (this.known ??= this.children.flatMap((child) =>
      typeof child === 'string' ? [] : [child, ...child.inner],
    ));
  }

  /** All descendants with one of these tags. */
  all(...tags: readonly string[]): HtmlElement[] {
    return this.inner.filter(({ tag }) => tags.includes(tag));
  }

  within(test: (element: HtmlElement) => boolean): HtmlElement | null {
    if (this.parent === null) return null;
    return test(this.parent) ? this.parent : this.parent.within(test);
  }

  /** The visible text, with single spaces. Scripts and pictures have none. */
  get text(): string {
    return this.written.replace(/\s+/g, ' ').trim();
  }

  private get written(): string {
    if (['script', 'style', 'svg', 'template'].includes(this.tag)) return '';
    const text = this.children.map((child) => (typeof child === 'string' ? child : child.written)).join('');
    return INLINE.has(this.tag) ? text : ` ${text} `;
  }
}

const INLINE = new Set(['a', 'b', 'bdi', 'code', 'em', 'i', 'kbd', 'small', 'span', 'strong', 'sub', 'sup', 'time']);
const VOID = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);
const RAW = new Set(['script', 'style', 'textarea', 'title']);
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0', times: '×' };
const TAG = /<(\/?)([a-z][\w-]*)((?:\s+[^\s"'<>/=]+(?:="[^"]*")?)*)\s*(\/?)>/gi;

/**
 * Parses a page as the product writes it: every element closed, attributes in double quotes.
 * @throws Error if a tag is malformed, closes another element, or has an attribute twice
 */
export function parseHtml(html: string): HtmlElement {
  const root = new HtmlElement('', new Map(), null);
  let open = root;
  let at = 0;
  const text = html.replace(/^<!doctype html>/i, '').replace(/<!--[^]*?-->/g, '');
  for (const match of text.matchAll(TAG)) {
    if (match.index < at) continue;
    addText(open, text.slice(at, match.index));
    at = match.index + match[0].length;
    const tag = match[2]!.toLowerCase();
    if (match[1] === '/') {
      if (open.tag !== tag || open.parent === null)
        throw new Error(`</${tag}> closes <${open.tag}>: ${near(text, at)}`);
      open = open.parent;
      continue;
    }
    const element = new HtmlElement(tag, attributesIn(match[3]!), open);
    open.children.push(element);
    if (VOID.has(tag) || match[4] === '/') continue;
    if (!RAW.has(tag)) {
      open = element;
      continue;
    }
    const end = text.indexOf(`</${tag}>`, at);
    if (end < 0) throw new Error(`<${tag}> is not closed`);
    element.children.push(decoded(text.slice(at, end)));
    at = end + tag.length + 3;
  }
  addText(open, text.slice(at));
  if (open !== root) throw new Error(`<${open.tag}> is not closed`);
  return root;
}

function addText(open: HtmlElement, text: string): void {
  if (/<[a-z/!]/i.test(text)) throw new Error(`a malformed tag: ${text.slice(0, 200)}`);
  if (text !== '') open.children.push(decoded(text));
}

function attributesIn(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name, value] of text.matchAll(/([^\s"'<>/=]+)(?:="([^"]*)")?/g)) {
    if (found.has(name!)) throw new Error(`an element has "${name}" twice: ${text.trim()}`);
    found.set(name!, decoded(value ?? ''));
  }
  return found;
}

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, number?: string, name?: string) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16));
    return number ? String.fromCodePoint(Number(number)) : (NAMED[name ?? ''] ?? whole);
  });
}

const near = (text: string, at: number) => text.slice(Math.max(0, at - 160), at);
