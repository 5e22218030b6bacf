import sql from 'sql-template-tag';
import { setTimeout as wait } from 'node:timers/promises';
import { ChangePassword } from '../../../src/accounts/actions/change-password.js';
import { hashPassword } from '../../../src/accounts/actions/passwords.js';
import { ReinstateAccount } from '../../../src/accounts/actions/reinstate-account.js';
import { SuspendAccount } from '../../../src/accounts/actions/suspend-account.js';
import { Account } from '../../../src/accounts/data/account.entity.js';
import { replacePassword } from '../../../src/accounts/data/replace-password.js';
import { SignIn } from '../../../src/accounts/index.js';
import { newId, ReadDatabase, SYSTEM, UnitOfWork } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { person } from '../../support/people.js';

const OLD = 'a spring in Jinan';
const NEW = 'the lake of Daming';

describe(`what happens while a password is compared, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let hashes: { readonly old: string; readonly fresh: string };
  beforeAll(async () => {
    academy = await TestAcademy.open();
    hashes = { old: await hashPassword(OLD), fresh: await hashPassword(NEW) };
  });
  afterAll(() => academy.close());

  const reads = () => academy.app.get(ReadDatabase);
  const sessionsOf = (id: string) => reads().count(sql`SELECT COUNT(*) FROM web_session WHERE account_id = ${id}`);
  const tries = () => reads().count(sql`SELECT COALESCE(SUM(hits), 0) FROM throttle`);
  const someone = async () => {
    const account = await person(academy, 'trainee');
    await setPassword(account.id, hashes.old);
    return account;
  };
  const setPassword = (id: string, passwordHash: string) =>
    academy.app.get(UnitOfWork).run(SYSTEM, async (tx) => {
      tx.withoutAudit('a test');
      await tx.lock(Account, id);
      await replacePassword(tx, id, { passwordHash });
    });
  /**
   * Does something as soon as the try has been counted: its account was read, its password is being compared. On a busy
   * machine the try may be over before, and its count taken back, so only what holds either way is expected.
   */
  const meanwhile = async <T>(act: () => Promise<T>, other: () => Promise<unknown>): Promise<T> => {
    const before = await tries();
    let isOver = false;
    const acting = act().finally(() => (isOver = true));
    while (!isOver && (await tries()) === before) await wait(1);
    await other();
    return acting;
  };
  const signIn = (email: string, password = OLD) =>
    academy.app.get(SignIn).execute({ email, password, ip: newId(), browser: 'a test', knownBrowser: null });

  it('a sign-in with the password that is replaced just then opens nothing', async () => {
    const { id, email } = await someone();
    await meanwhile(
      () => signIn(email),
      () => setPassword(id, hashes.fresh),
    );
    expect(await sessionsOf(id)).toBe(0);
    expect(await signIn(email, NEW)).toMatchObject({ roles: ['trainee'] });
  });

  it('a sign-in of an account that is suspended just then opens nothing, after the reinstatement either', async () => {
    const { id, email } = await someone();
    const administrator = await person(academy, 'administrator');
    await meanwhile(
      () => signIn(email),
      () => academy.app.get(SuspendAccount).execute(administrator, id),
    );
    await academy.app.get(ReinstateAccount).execute(administrator, id);
    expect(await sessionsOf(id)).toBe(0);
  });

  it('a change of the password does not undo a reset that was done just then', async () => {
    const account = await someone();
    const { id, email } = account;
    const change = { old: OLD, fresh: 'the hill of Qianfo', keepSession: '' };
    await meanwhile(
      () => academy.app.get(ChangePassword).execute(account, change),
      () => setPassword(id, hashes.fresh),
    );
    expect(await signIn(email, NEW)).toMatchObject({ roles: ['trainee'] });
  });
});
