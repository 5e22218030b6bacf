import { hashPassword } from '../../src/accounts/actions/passwords.js';
import { replacePassword } from '../../src/accounts/data/replace-password.js';
import type { TestAcademy } from './app.js';
import type { Person } from './people.js';

/** The password of people who get one by `withPassword`. */
export const THEIR_PASSWORD = 'a spring in Jinan';

let hash: Promise<string> | undefined;

/** The person, who can sign in with `THEIR_PASSWORD`; it is hashed once. */
export async function withPassword(academy: TestAcademy, who: Person): Promise<Person> {
  const passwordHash = await (hash ??= hashPassword(THEIR_PASSWORD));
  await academy.write(async (tx) => {
    tx.withoutAudit('a test');
    await replacePassword(tx, who.id, { passwordHash });
  });
  return who;
}
