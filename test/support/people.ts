import sql from 'sql-template-tag';
import { BeginSession, openAccount, type Role } from '../../src/accounts/index.js';
import { WebSession } from '../../src/accounts/data/web-session.entity.js';
import { type Actor, fingerprint, ReadDatabase } from '../../src/platform/index.js';
import { type BuilderAcademy, FOUNDER, type TestAcademy } from './app.js';
import type { WebClient } from './web-client.js';

/** A person with an account, as the actor of actions. */
export interface Person extends Actor {
  readonly id: string;
  readonly email: string;
}

/** The named persons of the tests. */
export const CAST = {
  administrator: { name: FOUNDER.name, email: FOUNDER.email },
  coordinator: { name: '李静', email: 'li.jing@academy.example' },
  instructor: { name: '王海涛', email: 'wang.haitao@academy.example' },
  trainee: { name: '陈晨', email: 'chen.chen@example.com' },
  employer: { name: '赵磊', email: 'zhao.lei@qilusoft.example' },
} as const satisfies Record<Role, { name: string; email: string }>;

/** Creates an account for the member of the cast with that role. */
export async function person(academy: BuilderAcademy, role: Role): Promise<Person> {
  return (await known(academy, CAST[role].email)) ?? someone(academy, { ...CAST[role], roles: [role] });
}

/**
 * Creates any other account: verified and without a password, which a browser that is already signed in never needs.
 */
export async function someone(
  academy: BuilderAcademy,
  { name, email, roles }: { name: string; email: string; roles: readonly Role[] },
): Promise<Person> {
  const id = await academy.write((tx) =>
    openAccount(tx, { email, name, passwordHash: null, language: 'zh-CN', roles, emailVerified: true }),
  );
  if (id === null) throw new Error(`${email} has an account already`);
  return { id, name, email, roles };
}

/**
 * A browser in which the person is signed in, without the cost of a password hash, and stays so in whatever leaps time
 * passes: as if the person had signed in since.
 */
export async function signedIn(
  academy: TestAcademy,
  who: Person | Role,
  language: string | null = 'zh-CN',
): Promise<WebClient> {
  const client = await signedInOnce(academy, who, language);
  const session = fingerprint(client.cookie('session') ?? '');
  let seen = academy.clock.now();
  client.beforeEach(async () => {
    const now = academy.clock.now();
    if (now === seen) return;
    seen = now;
    await academy.connections.write
      .getRepository(WebSession)
      .update({ fingerprint: session }, { createdAt: now, usedAt: null });
  });
  return client;
}

/** A browser in which the person signed in, which ends as sessions do when time passes. */
export async function signedInOnce(
  academy: TestAcademy,
  who: Person | Role,
  language: string | null = 'zh-CN',
): Promise<WebClient> {
  const actor = typeof who === 'string' ? await person(academy, who) : who;
  const client = academy.client(language);
  client.setCookie('session', await academy.app.get(BeginSession).execute(actor, 'a test'));
  return client;
}

async function known(academy: BuilderAcademy, email: string): Promise<Person | null> {
  const rows = await academy.app.get(ReadDatabase).query<{ id: string; name: string; role: Role }>(sql`
    SELECT a.id AS "id", a.name AS "name", r.role AS "role" FROM account a JOIN role_grant r ON r.account_id = a.id WHERE a.email = ${email}`);
  return rows[0] ? { id: rows[0].id, name: rows[0].name, email, roles: rows.map(({ role }) => role) } : null;
}
