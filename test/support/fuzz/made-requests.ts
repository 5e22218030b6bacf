import { type FormOnPage, formsIn, linksIn } from './forms-of.js';
import { ODD_BODIES, ODD_HEADERS, ODD_PATHS, ODD_QUERIES, ODD_TEXTS } from './odd-values.js';
import type { Randomness } from './randomness.js';

export interface MadeRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

const MOST_KNOWN = 4000;
const FORM = 'application/x-www-form-urlencoded';
const ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** Makes requests from the product's routes and from what its pages contain. */
export class MadeRequests {
  private readonly links = new Set<string>(['/', '/courses', '/verify', '/sign-in']);
  private readonly forms = new Map<string, FormOnPage>();
  private readonly segments = new Set<string>();

  constructor(
    private readonly random: Randomness,
    private readonly routes: readonly string[],
  ) {}

  /** Collects addresses and forms from a page. */
  learn(html: string, path: string): void {
    for (const link of linksIn(html)) {
      if (this.links.size < MOST_KNOWN) this.links.add(link);
      for (const segment of link.split(/[/?&=]/))
        if (this.segments.size < MOST_KNOWN && (ID.test(segment) || /\d/.test(segment))) this.segments.add(segment);
    }
    for (const form of formsIn(html, path))
      if (this.forms.size < MOST_KNOWN)
        this.forms.set(`${form.action} ${form.fields.map(({ name }) => name).join()}`, form);
  }

  next(): MadeRequest {
    const kind = this.random.below(100);
    if (kind < 20) return this.made('GET', this.random.one([...this.links]));
    if (kind < 55 && this.forms.size > 0) return this.filled(this.random.one([...this.forms.values()]));
    if (kind < 65) return this.withOddBody();
    if (kind < 72) return this.made('GET', `/${this.random.some(ODD_PATHS, 4).join('/')}`);
    return this.ofARoute();
  }

  private ofARoute(): MadeRequest {
    const [method = 'GET', route = '/'] = this.random.one(this.routes).split(' ');
    const path = this.addressOf(route);
    if (method !== 'POST')
      return this.made(
        this.random.chance(95) ? method : this.random.one(['PUT', 'DELETE', 'PATCH', 'HEAD', 'OPTIONS', 'POST']),
        path,
      );
    const form = this.random.one([...this.forms.values(), null]);
    return form ? this.filled({ ...form, method: 'POST', action: path }) : this.made(method, path);
  }

  private withOddBody(): MadeRequest {
    const route = this.random.one(this.routes.filter((one) => one.startsWith('POST ')));
    const { type, body } = this.random.one(ODD_BODIES);
    return this.made('POST', this.addressOf(route.split(' ')[1] ?? '/'), { headers: { 'content-type': type }, body });
  }

  private addressOf(route: string): string {
    const path = route.replace(/:\w+|\*/g, () =>
      this.random.chance(60) && this.segments.size > 0
        ? this.random.one([...this.segments])
        : this.random.one(ODD_PATHS),
    );
    return this.random.chance(30) ? `${path}?${this.random.some(ODD_QUERIES, 3).join('&')}` : path;
  }

  /** A form with its own fields: most unchanged, some odd, some missing, some repeated. */
  private filled({ method, action, fields, isMultipart }: FormOnPage): MadeRequest {
    const sent = fields
      .filter(() => !this.random.chance(4))
      .flatMap((field) => {
        const value =
          field.name !== '_csrf' && this.random.chance(15)
            ? this.random.one(ODD_TEXTS)
            : field.value || this.plausible(field.name);
        return this.random.chance(2)
          ? [
              { ...field, value },
              { ...field, value: this.random.one(ODD_TEXTS) },
            ]
          : [{ ...field, value }];
      });
    if (method === 'GET')
      return this.made(
        'GET',
        `${action.split('?')[0] ?? ''}?${new URLSearchParams(sent.map(({ name, value }) => [name, value])).toString()}`,
      );
    if (isMultipart !== this.random.chance(3))
      return this.made('POST', action, {
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
        body: this.cutOff(multipart(sent)),
      });
    return this.made('POST', action, {
      headers: { 'content-type': FORM },
      body: new URLSearchParams(sent.map(({ name, value }) => [name, value])).toString(),
    });
  }

  private cutOff(body: string): string {
    return this.random.chance(30) ? body.slice(0, this.random.below(body.length)) : body;
  }

  /** A plausible value for a field of this name, so that some forms pass the first checks. */
  private plausible(name: string): string {
    if (/date|On$|day|from|until/i.test(name)) return this.random.one(['2026-03-09', '2026年4月1日', '明天', '']);
    if (/time/i.test(name)) return this.random.one(['09:00', '17:30', '下午2:30']);
    if (/email/i.test(name)) return `someone${this.random.below(1000)}@mail.example`;
    if (/capacity|seats|hours|score|most|minutes/i.test(name)) return String(this.random.below(200));
    return this.random.one(['', '某事', 'Something', 'ABC-1', this.random.one([...this.segments, 'x'])]);
  }

  private made(
    method: string,
    path: string,
    { headers = {}, body = null }: { headers?: Record<string, string>; body?: string | null } = {},
  ): MadeRequest {
    return {
      method,
      path,
      body,
      headers: { ...headers, ...(this.random.chance(8) ? this.random.one(ODD_HEADERS) : {}) },
    };
  }
}

function multipart(
  fields: readonly { readonly name: string; readonly value: string; readonly isFile: boolean }[],
): string {
  const parts = fields.map(({ name, value, isFile }) => {
    const head = `Content-Disposition: form-data; name="${name}"${isFile ? '; filename="f.csv"\r\nContent-Type: text/csv' : ''}`;
    return `--x\r\n${head}\r\n\r\n${isFile ? `number,name\n${value},x\n` : value}\r\n`;
  });
  return `${parts.join('')}--x--\r\n`;
}
