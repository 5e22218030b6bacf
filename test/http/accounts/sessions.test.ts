import sql from 'sql-template-tag';
import { ChangeRoles } from '../../../src/accounts/actions/change-roles.js';
import { A_DAY, A_MINUTE, AN_HOUR, ReadDatabase, Ticker, UnitOfWork } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { person, signedInOnce, someone } from '../../support/people.js';
import { type WebClient, wordsOf } from '../../support/web-client.js';

describe('a browser that is signed in', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const isIn = async (browser: WebClient) => (await browser.get('/my/account')).status === 200;
  const later = (milliseconds: number) => academy.clock.moveTo(academy.clock.now() + milliseconds);
  const sessions = (where = sql`1 = 1`) =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) FROM web_session WHERE ${where}`);
  const sessionsOn = (page: string): string[] =>
    [...page.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map(([, id]) => id!);

  // Sessions of an earlier test are older, and listed after those of this one.
  beforeEach(() => later(A_MINUTE));

  it.each([
    ['administrator', 12 * AN_HOUR],
    ['coordinator', 12 * AN_HOUR],
    ['instructor', 3 * A_DAY],
    ['employer', 3 * A_DAY],
    ['trainee', 30 * A_DAY],
  ] as const)('is signed out when unused for long: %s', async (role, unused) => {
    const [used, left] = [await signedInOnce(academy, role), await signedInOnce(academy, role)];
    later(unused - A_MINUTE);
    expect(await isIn(used)).toBe(true);
    later(A_MINUTE);
    expect([await isIn(used), await isIn(left)]).toEqual([true, false]);
  });

  it.each([
    ['administrator', 7],
    ['trainee', 90],
  ] as const)('is signed out after a time altogether, however much it is used: %s', async (role, days) => {
    const browser = await signedInOnce(academy, role);
    for (let half = 0; half < 2 * days - 1; half += 1) {
      later(A_DAY / 2 - A_MINUTE);
      expect(await isIn(browser)).toBe(true);
    }
    later(A_DAY);
    expect(await isIn(browser)).toBe(false);
  });

  it('has the limits of the role that was given meanwhile', async () => {
    const trainee = await someone(academy, { name: '周敏', email: 'zhou.min@example.com', roles: ['trainee'] });
    const browser = await signedInOnce(academy, trainee);
    later(2 * A_DAY);
    expect(await isIn(browser)).toBe(true);
    await academy.app.get(ChangeRoles).execute(await person(academy, 'administrator'), trainee.id, ['coordinator']);
    later(12 * AN_HOUR);
    expect(await isIn(browser)).toBe(false);
  });

  it('writes its use once an hour at most', async () => {
    const browser = await signedInOnce(academy, 'coordinator');
    const uses = () => sessions(sql`used_at = ${academy.clock.now()}`);
    later(59 * A_MINUTE);
    await browser.get('/my/account');
    expect(await uses()).toBe(0);
    later(A_MINUTE);
    await browser.get('/my/account');
    expect(await uses()).toBe(1);
  });

  it('goes on reading pages while nothing can be written, as on a full disk', async () => {
    const browser = await signedInOnce(academy, 'coordinator');
    later(2 * AN_HOUR);
    const units = academy.app.get(UnitOfWork);
    const { run } = units;
    units.run = () => Promise.reject(new Error('the disk is full'));
    try {
      expect(await isIn(browser)).toBe(true);
    } finally {
      units.run = run;
    }
    expect(academy.takeErrors()).toEqual([expect.stringContaining('the disk is full')]);
  });

  it('is listed, and signing out ends only this one', async () => {
    const account = await person(academy, 'coordinator');
    const [here, there] = [await signedInOnce(academy, account), await signedInOnce(academy, account)];
    expect(wordsOf((await here.get('/my/account')).text)).toContain('当前浏览器');
    await here.post('/sign-out', {}, '/my/account');
    expect([await isIn(here), await isIn(there)]).toEqual([false, true]);
  });

  it('signs out another one, or all others', async () => {
    const account = await person(academy, 'coordinator');
    const [here, one, two] = [
      await signedInOnce(academy, account),
      await signedInOnce(academy, account),
      await signedInOnce(academy, account),
    ];
    const [first] = sessionsOn((await here.get('/my/account')).text);
    const answer = await here.submit('/my/account/sign-outs', { session: first! }, '/my/account');
    expect(wordsOf(answer.text)).toContain('已退出 1 个浏览器');
    expect([await isIn(here), await isIn(one), await isIn(two)].filter(Boolean)).toHaveLength(2);
    await here.submit('/my/account/sign-outs', { session: 'others' }, '/my/account');
    expect([await isIn(here), await isIn(one), await isIn(two)]).toEqual([true, false, false]);
  });

  it('never signs out somebody else', async () => {
    const victim = await person(academy, 'coordinator');
    const [browser, second] = [await signedInOnce(academy, victim), await signedInOnce(academy, victim)];
    const [id] = sessionsOn((await browser.get('/my/account')).text);
    const attacker = await signedInOnce(academy, 'trainee');
    for (const session of [id!, 'others', '', 'x'.repeat(5000)])
      await attacker.submit('/my/account/sign-outs', { session }, '/my/account');
    expect([await isIn(browser), await isIn(second), await isIn(attacker)]).toEqual([true, true, true]);
  });

  it('leaves no row behind once it is over', async () => {
    await signedInOnce(academy, 'administrator');
    later(100 * A_DAY);
    const fresh = await signedInOnce(academy, 'administrator');
    expect(await sessions()).toBeGreaterThan(1);
    await academy.app.get(Ticker).runNow('expired-web-sessions');
    expect([await sessions(), await isIn(fresh)]).toEqual([1, true]);
  });
});
