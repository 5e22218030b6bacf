import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { THEIR_PASSWORD, withPassword } from '../../support/passwords.js';
import { type Person, signedIn, someone } from '../../support/people.js';
import type { WebClient } from '../../support/web-client.js';

export const HOUR = 3600_000;

interface Letter {
  readonly to: string;
  readonly name: string;
  readonly subject: string;
  readonly body: string;
}

/** An academy in which one person after another changes the sign-in email. */
export class EmailChangeStage {
  private people = 0;
  private before = 0;
  owner!: Person;
  /** In which the owner is signed in. */
  browser!: WebClient;

  private constructor(readonly academy: TestAcademy) {}

  static async open(): Promise<EmailChangeStage> {
    return new EmailChangeStage(await TestAcademy.open());
  }

  /** A day later, with another owner. */
  async next(): Promise<void> {
    const { academy } = this;
    academy.clock.moveTo(academy.clock.now() + 24 * HOUR);
    this.people += 1;
    const email = `owner${this.people}@before.example`;
    this.owner = await withPassword(academy, await someone(academy, { name: '陈晨', email, roles: ['trainee'] }));
    this.browser = await signedIn(academy, this.owner);
    this.before = (await this.letters()).length;
  }

  get number(): number {
    return this.people;
  }

  /** The address that this owner wants. */
  get fresh(): string {
    return `owner${this.people}@after.example`;
  }

  letters(): Promise<Letter[]> {
    return this.academy.app.get(ReadDatabase).query<Letter>(sql`
      SELECT to_address AS "to", to_name AS "name", subject AS "subject", body AS "body"
      FROM outbox_message ORDER BY created_at, id`);
  }

  /** Since this owner came. */
  async newLetters(): Promise<Letter[]> {
    return (await this.letters()).slice(this.before);
  }

  ask(email = this.fresh, password: string = THEIR_PASSWORD) {
    return this.browser.post('/my/account/email', { email, password }, '/my/account/email');
  }

  async linkTo(email = this.fresh): Promise<string> {
    const mailed = (await this.letters()).filter(({ to, body }) => to === email && body.includes('/email-change/'));
    return /\/email-change\/\S+/.exec(mailed.at(-1)?.body ?? '')?.[0] ?? '';
  }

  /** Asks, and returns the link that was mailed. */
  async asked(): Promise<string> {
    await this.ask();
    return this.linkTo();
  }

  /** The link to choose a password that is mailed on request. */
  async resetLink(): Promise<string> {
    await this.academy.client().post('/password-reset', { email: this.owner.email }, '/password-reset');
    return /\/password-reset\/\S+/.exec((await this.letters()).at(-1)!.body)![0];
  }

  async emailOf({ id }: Person): Promise<string> {
    const rows = await this.academy.app
      .get(ReadDatabase)
      .query<{ email: string }>(sql`SELECT email AS "email" FROM account WHERE id = ${id}`);
    return rows[0]!.email;
  }
}
