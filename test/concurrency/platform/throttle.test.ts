import { A_MINUTE, Throttle } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

const LIMIT = { name: 'a test', most: 8, within: 15 * A_MINUTE };

describe(`limits on tries, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const hit = (who: string, tries = 1) => academy.app.get(Throttle).hit(LIMIT, who, tries);
  const allowed = async (who: string) =>
    (await Promise.all(Array.from({ length: 30 }, () => hit(who)))).filter((wait) => wait === 0).length;

  it('lets exactly as many parallel tries through as the limit allows', async () => {
    expect(await allowed('new')).toBe(8);
    await hit('known');
    expect(await allowed('known')).toBe(7);
  });

  it('begins a new window with one of many parallel tries', async () => {
    for (let tries = 0; tries < 8; tries += 1) await hit('again');
    expect(await hit('again')).toBe(900);
    academy.clock.moveTo(academy.clock.now() + LIMIT.within);
    expect(await allowed('again')).toBe(8);
  });

  it('counts under each limit up to the first that refuses, and takes tries back', async () => {
    const [narrow, wide] = [
      { limit: { ...LIMIT, name: 'narrow', most: 1 }, who: 'one' },
      { limit: { ...LIMIT, name: 'wide', most: 2 }, who: 'one' },
    ];
    const throttle = academy.app.get(Throttle);
    expect([await throttle.hitEach([narrow, wide]), await throttle.hitEach([narrow, wide])]).toEqual([0, 900]);
    await throttle.giveBack(wide);
    await throttle.giveBack(wide);
    expect([await throttle.hitEach([wide]), await throttle.hitEach([wide]), await throttle.hitEach([wide])]).toEqual([
      0, 0, 900,
    ]);
  });

  it('does not count what it refuses', async () => {
    expect(await hit('many', 6)).toBe(0);
    expect(await hit('many', 3)).toBe(900);
    expect(await hit('many', 2)).toBe(0);
    expect(await hit('many')).toBe(900);
  });
});
