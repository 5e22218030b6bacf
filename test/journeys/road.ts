import sql from 'sql-template-tag';
import { FoundAcademy } from '../../src/accounts/index.js';
import { instantOf, type Language, ReadDatabase } from '../../src/platform/index.js';
import { TestAcademy } from '../support/app.js';
import { Chromium, type Window, type WindowOptions } from '../support/browser.js';

export const PASSWORD = 'Springs of Jinan 72';
export const COURSE = 'AZ-104T00';
export const COHORT = 'AZ-104-2026-03';

/** The people of the road, by their mailboxes. */
export const MAIL = {
  administrator: 'zhou.min@academy.example',
  coordinator: 'li.jing@academy.example',
  instructor: 'wang.haitao@academy.example',
  trainee: 'chen.chen@example.com',
  second: 'liu.yang@example.com',
} as const;
export type Walker = keyof typeof MAIL;

/** An academy on its first day, and the windows of those who walk the road through it. */
export class Road {
  private readonly windows = new Map<string, Window>();

  private constructor(
    readonly academy: TestAcademy,
    readonly chromium: Chromium,
    private readonly options: WindowOptions,
  ) {}

  static async begin(options: WindowOptions): Promise<Road> {
    const academy = await TestAcademy.open({ founded: false });
    return new Road(academy, await Chromium.open(await academy.listen()), options);
  }

  /** The walker's own window, opened on first use. */
  async window(walker: Walker | 'visitor'): Promise<Window> {
    const known = this.windows.get(walker) ?? (await this.chromium.window(this.options));
    this.windows.set(walker, known);
    return known;
  }

  get language(): Language {
    return this.options.language;
  }

  async setUpCode(): Promise<string> {
    return (await this.academy.app.get(FoundAcademy).announce(this.academy.config.publicUrl)) ?? '';
  }

  /** The newest email's link into the academy, as somebody reads it in the mailbox. */
  async mailedLink(to: string): Promise<string> {
    const [mail] = await this.academy.app.get(ReadDatabase).query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message WHERE to_address = ${to} ORDER BY created_at DESC, id DESC LIMIT 1`);
    const link = /http:\/\/academy\.example(\/\S+)/.exec(mail?.body ?? '')?.[1];
    if (!link) throw new Error(`No letter with a link for ${to}: ${mail?.body ?? 'none'}`);
    return link;
  }

  async emailsTo(to: string): Promise<string[]> {
    const emails = await this.academy.app
      .get(ReadDatabase)
      .query<{ subject: string }>(
        sql`SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${to} ORDER BY created_at, id`,
      );
    return emails.map(({ subject }) => subject);
  }

  /** The story goes on at that day and clock. */
  timePassesTo(day: string, clock: string): void {
    this.academy.clock.moveTo(instantOf(day, clock));
  }

  /** Somebody signs in with a password, as from any place. */
  async signsIn(walker: Walker): Promise<Window> {
    const window = await this.window(walker);
    await window.visit('/sign-in');
    await window.fill({ email: MAIL[walker], password: PASSWORD });
    await window.send('/sign-in');
    return window;
  }

  /** A step by name, so that a journey that stops says where. */
  async step(name: string, walk: () => Promise<void>): Promise<void> {
    try {
      await walk();
    } catch (fault) {
      throw new Error(`at "${name}": ${fault instanceof Error ? fault.message : String(fault)}`, { cause: fault });
    }
  }

  async end(): Promise<void> {
    await this.chromium.close();
    await this.academy.close();
  }
}
