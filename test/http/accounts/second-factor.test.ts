import sql from 'sql-template-tag';
import { RemoveExpiredAccess } from '../../../src/accounts/actions/remove-expired-access.js';
import { UnlockAccount } from '../../../src/accounts/index.js';
import { A_MINUTE, ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { THEIR_PASSWORD } from '../../support/passwords.js';
import { type Person, signedIn } from '../../support/people.js';
import { wordsOf } from '../../support/web-client.js';
import { APP, SECURITY, secondFactorStage } from './second-factor-stage.js';

describe('an account with an authenticator app', () => {
  let academy: TestAcademy;
  let owner: Person;
  let codes: string[];
  const stage = secondFactorStage(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  beforeEach(async () => {
    owner = await stage.somebody();
    codes = await stage.enrol(owner);
  });
  afterAll(() => academy.close());

  it('asks for a code after the password, and only then goes on to the page that was wanted', async () => {
    const browser = academy.client();
    const wanted = { email: owner.email, password: THEIR_PASSWORD, next: '/office/courses' };
    const asked = await browser.post('/sign-in', wanted, '/sign-in');
    expect([asked.status, asked.location]).toEqual([303, '/sign-in/code?next=%2Foffice%2Fcourses']);
    expect(await stage.isIn(browser)).toBe(false);
    expect(wordsOf((await browser.get(asked.location!)).text)).toContain(owner.email);
    const code = await stage.code(owner);
    const answer = await browser.post(
      '/sign-in/code',
      { code: ` ${code.slice(0, 3)} ${code.slice(3)} `, next: '/office/courses' },
      '/sign-in/code',
    );
    expect([answer.status, answer.location]).toEqual([303, '/office/courses']);
    expect(await stage.isIn(browser)).toBe(true);
  });

  it('accepts a code once, the one before and after it too, and no other', async () => {
    for (const [steps, status] of [
      [0, 303],
      [0, 422],
      [-1, 303],
      [1, 303],
      [1, 422],
      [2, 422],
      [-2, 422],
    ] as const) {
      const browser = await stage.halfIn(owner);
      const answer = await browser.post('/sign-in/code', { code: await stage.code(owner, steps) }, '/sign-in/code');
      expect([steps, answer.status]).toEqual([steps, status]);
      expect(await stage.isIn(browser)).toBe(status === 303);
    }
  });

  it('accepts each recovery code once, however it is typed, and tells the owner', async () => {
    expect(codes).toHaveLength(10);
    const typed = ` ${codes[0]!.toLowerCase().replaceAll('-', ' ')}`;
    for (const status of [303, 422]) {
      const browser = await stage.halfIn(owner);
      const answer = await browser.post('/sign-in/recovery-code', { recoveryCode: typed }, '/sign-in/recovery-code');
      expect(answer.status).toBe(status);
    }
    expect(await stage.subjectsTo(owner)).toEqual(['两步验证已启用', '有人用恢复码登录']);
    const page = wordsOf((await (await signedIn(academy, owner)).get(SECURITY)).text);
    expect(page).toContain('还有 9 个可用');
    const other = await stage.somebody();
    await stage.enrol(other);
    const stranger = await stage.halfIn(other);
    const foreign = await stage.halfIn(other);
    expect((await stranger.post('/sign-in/recovery-code', { recoveryCode: codes[1]! }, '/sign-in')).status).toBe(422);
    expect(await stage.isIn(foreign)).toBe(false);
  });

  it('cannot be guessed at: after eight wrong codes even the right one waits', async () => {
    const browser = await stage.halfIn(owner);
    for (let tries = 0; tries < 8; tries += 1)
      expect((await browser.post('/sign-in/code', { code: '000000' }, '/sign-in/code')).status).toBe(422);
    const refused = await browser.post('/sign-in/code', { code: await stage.code(owner) }, '/sign-in/code');
    expect([refused.status, wordsOf(refused.text).includes('15 分钟')]).toEqual([429, true]);
    academy.clock.moveTo(academy.clock.now() + 15 * A_MINUTE);
    const again = await stage.halfIn(owner);
    expect((await again.post('/sign-in/code', { code: await stage.code(owner) }, '/sign-in/code')).status).toBe(303);
  });

  it('waits ten minutes for the code, then asks for the password again', async () => {
    const browser = await stage.halfIn(owner);
    academy.clock.moveTo(academy.clock.now() + 10 * A_MINUTE);
    const answer = await browser.post('/sign-in/code', { code: await stage.code(owner) }, '/sign-in/code');
    expect([answer.status, wordsOf(answer.text).includes('请重新登录')]).toEqual([422, true]);
    expect(await stage.isIn(browser)).toBe(false);
    await academy.app.get(RemoveExpiredAccess).execute();
    const left = sql`SELECT COUNT(*) FROM pending_sign_in WHERE account_id = ${owner.id}`;
    expect(await academy.app.get(ReadDatabase).count(left)).toBe(0);
  });

  it('needs the code after a new password too, and half a sign-in ends with the old one', async () => {
    const half = await stage.halfIn(owner);
    const browser = await signedIn(academy, owner);
    const fresh = 'the lake of Daming';
    const change = { old: THEIR_PASSWORD, fresh };
    expect((await browser.post('/my/account/password', change, '/my/account')).status).toBe(303);
    expect((await half.post('/sign-in/code', { code: await stage.code(owner) }, '/sign-in/code')).status).toBe(422);
    const next = academy.client();
    const answer = await next.post('/sign-in', { email: owner.email, password: fresh }, '/sign-in');
    expect(answer.location).toBe('/sign-in/code');
  });

  it('needs the code after a reset of the password too, which ends half a sign-in', async () => {
    const half = await stage.halfIn(owner);
    const anybody = academy.client();
    await anybody.post('/password-reset', { email: owner.email }, '/password-reset');
    const [letter] = await academy.app.get(ReadDatabase).query<{ body: string }>(sql`
      SELECT body AS "body" FROM outbox_message
      WHERE to_address = ${owner.email} AND body LIKE '%/password-reset/%' ORDER BY id DESC LIMIT 1`);
    const [link = ''] = /\/password-reset\/\S{20,}/.exec(letter!.body) ?? [];
    const password = 'the lake of Daming';
    expect((await anybody.post(link, { password }, link)).status).toBe(303);
    expect((await half.post('/sign-in/code', { code: await stage.code(owner) }, '/sign-in/code')).status).toBe(422);
    const answer = await anybody.post('/sign-in', { email: owner.email, password }, '/sign-in');
    expect(answer.location).toBe('/sign-in/code');
  });

  it('moves to another app, keeps its recovery codes, and the earlier app ends', async () => {
    const early = await stage.code(owner, 2);
    expect(await stage.enrol(owner)).toEqual([]);
    const half = await stage.halfIn(owner);
    expect((await half.post('/sign-in/code', { code: early }, '/sign-in/code')).status).toBe(422);
    expect((await half.post('/sign-in/code', { code: await stage.code(owner) }, '/sign-in/code')).status).toBe(303);
    const next = await stage.halfIn(owner);
    const recovered = await next.post('/sign-in/recovery-code', { recoveryCode: codes[0]! }, '/sign-in/recovery-code');
    expect(recovered.status).toBe(303);
  });

  it('gets new recovery codes with the password; earlier ones stop working', async () => {
    const browser = await signedIn(academy, owner);
    const path = `${SECURITY}/recovery-codes`;
    expect((await browser.post(path, { password: 'wrong' }, path)).status).toBe(422);
    const answer = await browser.post(path, { password: THEIR_PASSWORD }, path);
    expect(answer.status).toBe(201);
    expect(answer.text).not.toContain(codes[0]);
    const half = await stage.halfIn(owner);
    expect((await half.post('/sign-in/recovery-code', { recoveryCode: codes[0]! }, '/sign-in')).status).toBe(422);
  });

  it('gives the app up with the password only; then the password is enough', async () => {
    const browser = await signedIn(academy, owner);
    expect((await browser.post(`${APP}/removal`, { password: 'wrong' }, `${APP}/removal`)).status).toBe(422);
    const answer = await browser.post(`${APP}/removal`, { password: THEIR_PASSWORD }, `${APP}/removal`);
    expect([answer.status, answer.location]).toEqual([303, SECURITY]);
    const next = academy.client();
    const signIn = await next.post('/sign-in', { email: owner.email, password: THEIR_PASSWORD }, '/sign-in');
    expect(signIn.location).toBe('/office');
    expect((await stage.subjectsTo(owner)).at(-1)).toBe('两步验证已移除');
  });

  it('is opened by the operator for an owner who has lost everything: browsers are signed out', async () => {
    const browser = await signedIn(academy, owner);
    const unlock = academy.app.get(UnlockAccount);
    expect(await unlock.execute(` ${owner.email.toUpperCase()} `)).toBe('unlocked');
    expect(await stage.isIn(browser)).toBe(false);
    expect(await unlock.execute(owner.email)).toBe('noSecondFactor');
    expect(await unlock.execute('nobody@academy.example')).toBe('noAccount');
    const next = academy.client();
    const signIn = await next.post('/sign-in', { email: owner.email, password: THEIR_PASSWORD }, '/sign-in');
    expect(signIn.location).toBe('/office');
  });
});

describe('adding an authenticator app', () => {
  let academy: TestAcademy;
  const stage = secondFactorStage(() => academy);
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it('needs the password, so that nobody locks out the owner of a browser that was left open', async () => {
    const owner = await stage.somebody();
    const browser = await signedIn(academy, owner);
    expect((await browser.post(`${APP}/new`, { password: 'wrong' }, `${APP}/new`)).status).toBe(422);
    expect(wordsOf((await browser.get(APP)).text)).toContain('二维码已失效');
  });

  it('counts for nothing before its first code, and signs out the other browsers with it', async () => {
    const owner = await stage.somebody();
    const [browser, other] = [await signedIn(academy, owner), await signedIn(academy, owner)];
    await browser.post(`${APP}/new`, { password: THEIR_PASSWORD }, `${APP}/new`);
    const page = (await browser.get(APP)).text;
    expect(page).toMatch(/otpauth:\/\/totp\//);
    const next = academy.client();
    const signIn = { email: owner.email, password: THEIR_PASSWORD };
    expect((await next.post('/sign-in', signIn, '/sign-in')).location).toBe('/office');
    expect((await browser.post(`${APP}/confirmation`, { code: '000000' }, APP)).status).toBe(422);
    const answer = await browser.post(`${APP}/confirmation`, { code: await stage.code(owner) }, APP);
    expect(answer.status).toBe(201);
    expect([await stage.isIn(browser), await stage.isIn(other), await stage.isIn(next)]).toEqual([true, false, false]);
    expect((await next.post('/sign-in', signIn, '/sign-in')).location).toBe('/sign-in/code');
  });

  it('keeps neither secret nor recovery codes readable in the database', async () => {
    const owner = await stage.somebody();
    const codes = await stage.enrol(owner);
    const stored = await academy.app
      .get(ReadDatabase)
      .query<{ mac: string }>(sql`SELECT mac AS "mac" FROM recovery_code WHERE account_id = ${owner.id}`);
    expect(stored).toHaveLength(10);
    expect(stored.every(({ mac }) => /^[0-9a-f]{64}$/.test(mac) && !codes.includes(mac))).toBe(true);
  });
});
