import sql from 'sql-template-tag';
import { AuthenticatorSecret } from '../../../src/accounts/actions/second-factor/authenticator-secret.js';
import { bytesFrom, ReadDatabase } from '../../../src/platform/index.js';
import { codeOfStep, stepAt } from '../../../src/platform/totp.js';
import type { TestAcademy } from '../../support/app.js';
import { THEIR_PASSWORD, withPassword } from '../../support/passwords.js';
import { type Person, signedIn, someone } from '../../support/people.js';
import type { WebClient } from '../../support/web-client.js';

export const SECURITY = '/my/account/security';
export const APP = `${SECURITY}/authenticator`;

/** Steps of people with an authenticator app. */
export interface SecondFactorStage {
  /** A coordinator who has a password, and no second factor. */
  somebody(): Promise<Person>;
  /** The code that the person's app shows now, or a number of steps later. */
  code(who: Person, later?: number): Promise<string>;
  /** The person adds an app; answers with the recovery codes. */
  enrol(who: Person, browser?: WebClient): Promise<string[]>;
  /** A browser in which the right password was entered. */
  halfIn(who: Person): Promise<WebClient>;
  isIn(browser: WebClient): Promise<boolean>;
  subjectsTo(who: Person): Promise<string[]>;
}

let people = 0;

export function secondFactorStage(academy: () => TestAcademy): SecondFactorStage {
  const reads = (): ReadDatabase => academy().app.get(ReadDatabase);
  const later = (steps: number): void => academy().clock.moveTo(academy().clock.now() + steps * 30_000);
  const stage: SecondFactorStage = {
    somebody: async () => {
      people += 1;
      later(4);
      const email = `careful${people}@academy.example`;
      return withPassword(academy(), await someone(academy(), { name: '周敏', email, roles: ['coordinator'] }));
    },
    code: async ({ id }, steps = 0) => {
      const [app] = await reads().query<{ id: string; secret: string }>(sql`
        SELECT id AS "id", secret AS "secret" FROM authenticator WHERE account_id = ${id} ORDER BY created_at DESC`);
      const secret = academy().app.get(AuthenticatorSecret).open(bytesFrom(app!.secret), app!.id)!;
      return codeOfStep(secret, stepAt(academy().clock.now()) + steps);
    },
    enrol: async (who, given) => {
      const browser = given ?? (await signedIn(academy(), who));
      await browser.post(`${APP}/new`, { password: THEIR_PASSWORD }, `${APP}/new`);
      const answer = await browser.post(`${APP}/confirmation`, { code: await stage.code(who) }, APP);
      later(2);
      return [...answer.text.matchAll(/<li>([A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4})<\/li>/g)].map(([, one]) => one!);
    },
    halfIn: async ({ email }) => {
      const browser = academy().client();
      const answer = await browser.post('/sign-in', { email, password: THEIR_PASSWORD }, '/sign-in');
      if (!answer.location?.startsWith('/sign-in/code')) throw new Error(`No code was asked for: ${answer.status}`);
      return browser;
    },
    isIn: async (browser) => (await browser.get('/my/account')).status === 200,
    subjectsTo: async ({ email }) => {
      const letters = await reads().query<{ subject: string }>(sql`
        SELECT subject AS "subject" FROM outbox_message WHERE to_address = ${email} ORDER BY created_at, id`);
      return letters.map(({ subject }) => subject);
    },
  };
  return stage;
}
