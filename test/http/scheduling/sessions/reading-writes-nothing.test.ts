import sql from 'sql-template-tag';
import { ReadDatabase } from '../../../../src/platform/index.js';
import { TestAcademy } from '../../../support/app.js';

describe('public pages', () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  it.each([
    ['/calendar/AAAAAAAAAAAAAAAAAAAAAAAA.ics', 120],
    ['/teaching/answers/AAAAAAAAAAAAAAAAAAAAAAAA', 90],
  ])('write no row at %s, and are limited all the same', async (path, most) => {
    const rows = async (): Promise<number> =>
      (await academy.app.get(ReadDatabase).query(sql`SELECT key AS "key" FROM throttle`)).length;
    const before = await rows();
    const statuses: number[] = [];
    for (let time = 0; time <= most; time += 1) statuses.push((await academy.client().get(path)).status);
    expect(statuses).toEqual([...Array<number>(most).fill(404), 429]);
    expect(await rows()).toBe(before);
    academy.clock.moveTo(academy.clock.now() + 10 * 60_000);
    expect((await academy.client().get(path)).status).toBe(404);
  });
});
