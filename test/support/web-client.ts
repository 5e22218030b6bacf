import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export type Fields = Readonly<Record<string, string | number | readonly (string | number)[]>>;

/** A response whose body has been read. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly text: string;
  readonly bytes: Buffer;
  /** The target of a redirect, else `null`. */
  readonly location: string | null;
  /** The final path, after redirects. */
  readonly path: string;
}

export interface ClientRequest {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: string | Buffer;
}

const FORM = 'application/x-www-form-urlencoded';

/**
 * A browser without a window: keeps cookies, takes the CSRF token from the page with the form, posts forms as a browser
 * does and, on request, follows 303.
 */
export class WebClient {
  private readonly cookies = new Map<string, string>();
  private token: string | null = null;
  private prepare: () => Promise<void> = () => Promise.resolve();

  constructor(
    private readonly app: NestFastifyApplication,
    private readonly language: string | null = 'zh-CN',
  ) {}

  /** Takes effect on this client's next request. */
  setCookie(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  /** Something to wait for before each request. */
  beforeEach(prepare: () => Promise<void>): void {
    this.prepare = prepare;
  }

  cookie(name: string): string | undefined {
    return this.cookies.get(name);
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    return this.request({ method: 'GET', path, headers });
  }

  /** Opens a page and follows redirects. */
  async visit(path: string): Promise<Answer> {
    let answer = await this.get(path);
    for (let hops = 0; answer.location !== null && hops < 5; hops += 1) answer = await this.get(answer.location);
    return answer;
  }

  /** Posts a form with this browser's CSRF token; `on`: the page with the form, which is opened first. */
  async post(path: string, fields: Fields = {}, on: string | null = null): Promise<Answer> {
    const shown = on === null ? null : seenIn((await this.get(on)).text, path);
    const values = await this.withToken(shown === null ? fields : { seen: shown, ...fields });
    return this.request({ method: 'POST', path, headers: { 'content-type': FORM }, payload: values.toString() });
  }

  /** Posts a form, expects 303, and opens the page that it leads to. */
  async submit(path: string, fields: Fields = {}, on: string | null = null): Promise<Answer> {
    const answer = await this.post(path, fields, on);
    if (answer.status !== 303 || answer.location === null)
      throw new Error(`POST ${path} answered ${answer.status}: ${problemsIn(answer.text)}`);
    return this.visit(answer.location);
  }

  /** Posts a form with a file, as a browser does. */
  async upload(
    path: string,
    fields: Fields,
    file: { field: string; name: string; type: string; bytes: Buffer },
  ): Promise<Answer> {
    const form = new FormData();
    for (const [name, value] of await this.withToken(fields)) form.append(name, value);
    form.append(file.field, new Blob([new Uint8Array(file.bytes)], { type: file.type }), file.name);
    const encoded = new Response(form);
    return this.request({
      method: 'POST',
      path,
      headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
  }

  /** Sends one request as it is, without a token or redirects. */
  async request({ method, path, headers = {}, payload }: ClientRequest): Promise<Answer> {
    await this.prepare();
    const response = await this.app.inject({
      method,
      url: path,
      headers: {
        accept: 'text/html',
        ...(this.language === null ? {} : { 'accept-language': this.language }),
        ...this.cookieHeader(),
        ...headers,
      },
      ...(payload === undefined ? {} : { payload }),
    });
    for (const { name, value, maxAge } of response.cookies as { name: string; value: string; maxAge?: number }[]) {
      if (value === '' || maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const text = response.payload;
    this.token = tokenIn(text) ?? this.token;
    const { location } = response.headers;
    return {
      status: response.statusCode,
      headers: response.headers as Answer['headers'],
      text,
      bytes: response.rawPayload,
      location: typeof location === 'string' ? location : null,
      path,
    };
  }

  private async withToken(fields: Fields): Promise<URLSearchParams> {
    if (this.token === null) await this.get(this.cookies.has('session') ? '/my/account' : '/sign-in');
    const values = new URLSearchParams();
    if (!('_csrf' in fields)) values.append('_csrf', this.token ?? '');
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) values.append(name, String(one));
    return values;
  }

  private cookieHeader(): Record<string, string> {
    return this.cookies.size === 0
      ? {}
      : { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') };
  }
}

/** The CSRF token of the page's first form, if any. */
export function tokenIn(html: string): string | null {
  const input = /<input[^>]*name="_csrf"[^>]*>/.exec(html)?.[0];
  return input ? unescaped(/value="([^"]*)"/.exec(input)?.[1] ?? '') : null;
}

/** What a page says in its form to this address that it shows (`seen`), which a browser sends along. */
function seenIn(html: string, path: string): string | null {
  const form = html.split('<form ').find((one) => one.includes(`action="${path}"`));
  return /type="hidden" name="seen" value="([^"]*)"/.exec(form?.split('</form>')[0] ?? '')?.[1] ?? null;
}

/** The page's visible text, with single spaces. */
export function wordsOf(html: string): string {
  return unescaped(html.replace(/<(script|style|svg)[\s\S]*?<\/\1>/g, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&#x3D;', '=')
    .replaceAll('&#x60;', '`')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function problemsIn(html: string): string {
  return wordsOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? html).slice(0, 600);
}
