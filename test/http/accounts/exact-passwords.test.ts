import sql from 'sql-template-tag';
import { hashPassword } from '../../../src/accounts/actions/passwords.js';
import { replacePassword } from '../../../src/accounts/data/replace-password.js';
import { ReadDatabase } from '../../../src/platform/index.js';
import { FOUNDER, TestAcademy } from '../../support/app.js';

const { email } = FOUNDER;
/** Two spaces in front, two within, one at the end; full-width letters and an accent as two characters. */
const EXACT = '  ｓｐｒｉｎｇ  of Jinan cafe\u0301 七十二 ';

describe('a password with spaces, full-width and composed characters', () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  });
  afterEach(() => academy.close());

  const signsIn = async (password: string): Promise<boolean> =>
    (await academy.client().post('/sign-in', { email, password }, '/sign-in')).status === 303;
  const store = async (password: string): Promise<void> => {
    const passwordHash = await hashPassword(password);
    const [account] = await academy.app
      .get(ReadDatabase)
      .query<{ id: string }>(sql`SELECT id AS "id" FROM account WHERE email = ${email}`);
    await academy.write(async (tx) => {
      tx.withoutAudit('as if it had been set before');
      await replacePassword(tx, account!.id, { passwordHash });
    });
  };

  it('signs in as it was set, with its spaces, by whatever keyboard', async () => {
    const browser = academy.client();
    await browser.post('/sign-in', { email, password: FOUNDER.password }, '/sign-in');
    const change = { old: FOUNDER.password, fresh: EXACT };
    expect((await browser.post('/my/account/password', change, '/my/account')).status).toBe(303);
    expect(await signsIn(EXACT)).toBe(true);
    expect(await signsIn(EXACT.trim())).toBe(false);
    expect(await signsIn(EXACT.trimEnd())).toBe(false);
    expect(await signsIn(EXACT.replace('  of', ' of'))).toBe(false);
    expect(await signsIn(EXACT.toUpperCase())).toBe(false);
    expect(await signsIn('  spring  of Jinan caf\u00e9 七十二 ')).toBe(true);
    expect(await signsIn(EXACT.replaceAll(' ', '\u3000'))).toBe(true);
    const back = { old: EXACT, fresh: 'the lake of Daming' };
    expect((await browser.post('/my/account/password', back, '/my/account')).status).toBe(303);
  });

  it('still signs in with the spaces that were cut off when it was set, and without', async () => {
    await store('the lake of Daming');
    expect(await signsIn('the lake of Daming')).toBe(true);
    expect(await signsIn(' the lake of Daming\u3000')).toBe(true);
    expect(await signsIn(' the  lake of Daming ')).toBe(false);
  });
});
