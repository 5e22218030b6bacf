import { chromium, type Browser, type BrowserContext, type Page, type Response } from 'playwright-core';
import { MessageCatalog, type Language, type Translator } from '../../src/platform/index.js';
import { messages } from '../../src/start/messages.js';
import { accessibilityProblems } from './accessibility.js';
import { findChromium } from './chromium.mjs';

export const DESK = { width: 1280, height: 800 } as const;
export const PHONE = { width: 390, height: 844 } as const;
/** Milliseconds for a whole journey: far more than needed, because the machine may be busy. */
export const JOURNEY_LIMIT_MS = 20 * 60_000;
/** Milliseconds in which a condition must come true, even on a busy machine. */
const PATIENCE_MS = 90_000;

export interface WindowOptions {
  readonly language: Language;
  readonly size: { readonly width: number; readonly height: number };
  /** `false`: scripts are off, as in some offices. */
  readonly javaScript?: boolean;
}

const messageCatalog = new MessageCatalog(messages);

/** A real Chromium against a listening academy. One per test file; close it in `afterAll`. */
export class Chromium {
  /** The problems of all pages that settled in any window: a journey ends by expecting none. */
  readonly problems: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly origin: string,
  ) {}

  static async open(origin: string): Promise<Chromium> {
    const executablePath = findChromium();
    if (executablePath === null) throw new Error('No Chromium was found: install one, or name it in CHROMIUM_PATH');
    const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
    return new Chromium(
      await chromium.launch({
        executablePath,
        args: [...sandbox, '--disable-dev-shm-usage', '--font-render-hinting=none'],
      }),
      origin,
    );
  }

  /** A window of its own that shares no cookies. */
  async window({ language, size, javaScript = true }: WindowOptions): Promise<Window> {
    const context = await this.browser.newContext({
      baseURL: this.origin,
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
      viewport: size,
      javaScriptEnabled: javaScript,
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Shanghai',
      acceptDownloads: true,
    });
    return new Window(context, await context.newPage(), {
      translator: messageCatalog.in(language),
      javaScript,
      problems: this.problems,
    });
  }

  close(): Promise<void> {
    return this.browser.close();
  }
}

interface WindowContext {
  readonly translator: Translator;
  readonly javaScript: boolean;
  readonly problems: string[];
}

/**
 * One person at a screen. Every page that settles is checked: status, accessibility (axe: nothing serious or critical),
 * console, Content-Security-Policy, language, and no sideways scrolling.
 */
export class Window {
  private readonly errors: string[] = [];
  readonly visited: string[] = [];

  constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    private readonly options: WindowContext,
  ) {
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of (?:4\d\d)/.test(message.text()))
        this.errors.push(`console: ${message.text()}`);
    });
    page.on('pageerror', (fault) => this.errors.push(`script: ${fault.message}`));
    page.on('response', (response) => {
      if (response.status() >= 500) this.errors.push(`${response.status()} ${response.url()}`);
    });
  }

  get translator(): Translator {
    return this.options.translator;
  }

  async signInAs(session: string): Promise<void> {
    await this.context.addCookies([
      { name: 'session', value: session, url: await this.origin(), httpOnly: true, sameSite: 'Lax' },
    ]);
  }

  /** Opens a page of the academy, expects it to succeed, and checks it. */
  async visit(path: string): Promise<void> {
    await this.settled(await this.page.goto(path), path);
  }

  /** Clicks the element of a selector (a link, a button) and waits for the page that it leads to. */
  async press(selector: string): Promise<void> {
    const target = this.page.locator(selector).first();
    await target.waitFor({ state: 'visible' });
    const [response] = await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), target.click()]);
    await this.settled(response, selector);
  }

  /** Fills fields by name, as a person does: types, selects, ticks. */
  async fill(values: Readonly<Record<string, string | boolean | readonly string[]>>): Promise<void> {
    for (const [name, value] of Object.entries(values)) await this.fillOne(name, value);
  }

  /** Submits the form that posts to an address; returns the page that follows. */
  async send(action: string): Promise<void> {
    await this.press(
      `form[method="post"][action="${action}"] button[type="submit"], form[method="post"][action="${action}"] button:not([type])`,
    );
  }

  /** Opens every collapsed part of a page that has settled. */
  async expandAll(): Promise<void> {
    const folded = this.page.locator('main details:not([open]) > summary');
    for (let left = await folded.count(); left > 0; left -= 1) await folded.first().click();
  }

  /** Waits until a selector matches so many elements. A bare count right after a click would be a race. */
  async waitForCount(selector: string, expected: number): Promise<void> {
    const until = performance.now() + PATIENCE_MS;
    for (;;) {
      const found = await this.page.locator(selector).count();
      if (found === expected) return;
      if (performance.now() > until)
        throw new Error(`${this.path}: "${selector}" matches ${found} elements instead of ${expected}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  /** The text of the page's main part, with single spaces, once it has settled. */
  async mainText(): Promise<string> {
    return (await this.page.locator('main').innerText()).replace(/\s+/g, ' ');
  }

  get path(): string {
    const url = new URL(this.page.url());
    return url.pathname + url.search;
  }

  close(): Promise<void> {
    return this.context.close();
  }

  private async fillOne(name: string, value: string | boolean | readonly string[]): Promise<void> {
    const field = this.page.locator(`main [name="${name}"]:not([type="hidden"])`);
    if (Array.isArray(value)) {
      for (const box of await field.all())
        await box.setChecked(value.includes((await box.getAttribute('value')) ?? ''));
      return;
    }
    const kind = await field
      .first()
      .evaluate((element) =>
        element.tagName === 'INPUT' ? (element.getAttribute('type') ?? 'text') : element.tagName,
      );
    if (typeof value === 'boolean') await field.first().setChecked(value);
    else if (kind === 'SELECT') await field.selectOption(value);
    else if (kind === 'radio' || kind === 'checkbox')
      await this.page.locator(`main [name="${name}"][value="${value}"]`).check();
    else await field.first().fill(String(value));
  }

  private async settled(response: Response | null, asked: string): Promise<void> {
    const status = response?.status() ?? 200;
    this.visited.push(this.path);
    if (status >= 400)
      throw new Error(`${this.path} answered ${status} (after ${asked}): ${(await this.mainText()).slice(0, 600)}`);
    const found = [
      ...this.errors.splice(0),
      ...(await this.shape()),
      ...(this.options.javaScript ? await accessibilityProblems(this.page) : []),
    ];
    const width = this.page.viewportSize()?.width ?? 0;
    this.options.problems.push(
      ...found.map((problem) => `${this.path} (${this.translator.language}, ${width}): ${problem}`),
    );
  }

  private async shape(): Promise<string[]> {
    if (!this.options.javaScript) return [];
    const { language, wide, high } = await this.page.evaluate(() => ({
      language: document.documentElement.lang,
      wide: document.documentElement.scrollWidth,
      high: window.innerWidth,
    }));
    return [
      ...(language === this.translator.language
        ? []
        : [`the page speaks ${language} instead of ${this.translator.language}`]),
      ...(wide <= high + 1 ? [] : [`the page is ${wide} wide on a screen of ${high}`]),
    ];
  }

  private async origin(): Promise<string> {
    if (this.page.url() === 'about:blank') await this.page.goto('/healthz');
    return new URL(this.page.url()).origin;
  }
}
