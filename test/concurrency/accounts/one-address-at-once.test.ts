import sql from 'sql-template-tag';
import { ConfirmEmailChange } from '../../../src/accounts/actions/sign-in-email/confirm-email-change.js';
import { CorrectEmail } from '../../../src/accounts/actions/sign-in-email/correct-email.js';
import { beginEmailChange } from '../../../src/accounts/data/email-changes.js';
import { replacePassword } from '../../../src/accounts/data/replace-password.js';
import { openAccount } from '../../../src/accounts/index.js';
import { isRefused, newId, ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { type Person, person, someone } from '../../support/people.js';

const AT_ONCE = 8;

describe(`one address for several accounts at the same time, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const address = () => `${newId()}@mail.example`;
  const anyone = () => someone(academy, { name: '学员', email: address(), roles: ['trainee'] });
  const linkFor = (who: Person, to: string) =>
    academy.write((tx) => {
      tx.withoutAudit('a test');
      return beginEmailChange(tx, who.id, to);
    });
  const confirm = (who: Person, token: string) =>
    academy.app.get(ConfirmEmailChange).execute(who, { token, password: null, ip: 'a test', sessionId: null });
  /** `done`, or the code of the refusal. */
  const said = async (act: Promise<unknown>) => {
    const outcome = await act;
    return isRefused(outcome) ? outcome.reasons[0]!.code : 'done';
  };
  const counted = (outcomes: readonly string[]) => ({
    done: outcomes.filter((one) => one === 'done').length,
    others: [...new Set(outcomes.filter((one) => one !== 'done'))],
  });
  const holders = (email: string) =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) AS "n" FROM account WHERE email = ${email}`);

  it('goes to one of those who confirm; the others are told', async () => {
    const to = address();
    const people = await Promise.all(Array.from({ length: AT_ONCE }, anyone));
    const tokens = await Promise.all(people.map((who) => linkFor(who, to)));
    const outcomes = await Promise.all(people.map((who, at) => said(confirm(who, tokens[at]!))));
    expect(counted(outcomes)).toEqual({ done: 1, others: ['emailTakenMeanwhile'] });
    expect(await holders(to)).toBe(1);
  });

  it('goes to one of those whom an administrator corrects; the others are refused', async () => {
    const [to, administrator] = [address(), await person(academy, 'administrator')];
    const people = await Promise.all(Array.from({ length: AT_ONCE }, anyone));
    const correct = ({ id }: Person) =>
      academy.app.get(CorrectEmail).execute(administrator, id, { email: to, reason: 'a test' });
    expect(counted(await Promise.all(people.map((who) => said(correct(who)))))).toEqual({
      done: 1,
      others: ['addressTaken'],
    });
    expect(await holders(to)).toBe(1);
  });

  it('is confirmed or signed up with, never both', async () => {
    for (let round = 0; round < AT_ONCE; round += 1) {
      const [who, to] = [await anyone(), address()];
      const token = await linkFor(who, to);
      const fresh = { email: to, name: '学员', passwordHash: null, language: 'zh-CN', emailVerified: false };
      const [confirmed, opened] = await Promise.all([
        said(confirm(who, token)),
        academy.write(async (tx) => {
          tx.withoutAudit('a test');
          return openAccount(tx, { ...fresh, roles: ['trainee'] });
        }),
      ]);
      expect([confirmed, opened === null]).toEqual(opened === null ? ['done', true] : ['emailTakenMeanwhile', false]);
      expect(await holders(to)).toBe(1);
    }
  });

  it('is confirmed once by one link', async () => {
    const [who, to] = [await anyone(), address()];
    const token = await linkFor(who, to);
    const outcomes = await Promise.all(Array.from({ length: AT_ONCE }, () => said(confirm(who, token))));
    expect(counted(outcomes)).toEqual({ done: 1, others: ['linkUsedOrExpired'] });
    const letters = await academy.app.get(ReadDatabase).count(sql`
      SELECT COUNT(*) AS "n" FROM outbox_message WHERE to_address = ${who.email}`);
    expect(letters).toBe(1);
  });

  it('is not confirmed by a link that a new password ends at just that moment', async () => {
    for (let round = 0; round < AT_ONCE; round += 1) {
      const [who, to] = [await anyone(), address()];
      const token = await linkFor(who, to);
      const [confirmed] = await Promise.all([
        said(confirm(who, token)),
        academy.write(async (tx) => {
          tx.withoutAudit('a test');
          await replacePassword(tx, who.id, { passwordHash: 'another' });
        }),
      ]);
      expect(['done', 'linkUsedOrExpired']).toContain(confirmed);
      expect(await holders(to)).toBe(confirmed === 'done' ? 1 : 0);
    }
  });
});
