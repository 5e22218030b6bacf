import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../src/platform/index.js';
import { secondFactorStage } from '../../http/accounts/second-factor-stage.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';
import { commandLineOf } from '../../support/operator.js';

describe(`npm run academy -- unlock, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  const stage = secondFactorStage(() => academy);
  const run = (...args: string[]) => commandLineOf(academy.config)('unlock', ...args);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('removes the second factor of an account, with an audit entry and an email to the owner', async () => {
    const owner = await stage.somebody();
    await stage.enrol(owner);
    const { code, output, errors } = await run(owner.email);
    expect([code, errors]).toEqual([0, '']);
    expect(output).toContain(`The second factor of ${owner.email} is removed`);
    const entries = sql`SELECT COUNT(*) FROM audit_entry WHERE act = 'account.unlocked' AND subject_id = ${owner.id}`;
    expect(await academy.app.get(ReadDatabase).count(entries)).toBe(1);
    expect((await stage.subjectsTo(owner)).at(-1)).toBe('两步验证已移除');
  });

  it('says if there is nothing to remove, or no such account, and ends with 1', async () => {
    const { email } = await stage.somebody();
    expect(await run(email)).toMatchObject({
      code: 1,
      errors: `${email} has no second factor: the password is enough to sign in.`,
    });
    expect(await run('nobody@academy.example')).toMatchObject({
      code: 1,
      errors: 'There is no account with the email nobody@academy.example.',
    });
  });

  it('needs one email', async () => {
    for (const args of [[], ['a@academy.example', 'b@academy.example']]) {
      const { code, errors } = await run(...args);
      expect([code, errors.includes('unlock EMAIL')]).toEqual([2, true]);
    }
  });
});
