import { NotSaved, SYSTEM, type Transaction, UnitOfWork } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

const ENDS = ['40P01', '40001', 'SQLITE_BUSY'] as const;

describe(`a transaction that loses its races (${DATABASE})`, () => {
  let academy: TestAcademy;
  beforeAll(async () => {
    academy = await TestAcademy.open();
  });
  afterAll(() => academy.close());

  const losing = (code: string, times: number) => {
    let tries = 0;
    const work = async (tx: Transaction): Promise<number> => {
      tries += 1;
      await tx.audit('test.done', { type: 'test', id: code, label: code });
      if (tries <= times) throw Object.assign(new Error('lost'), { code });
      return tries;
    };
    return { work, tries: () => tries };
  };
  const run = (work: (tx: Transaction) => Promise<number>): Promise<number> =>
    academy.app.get(UnitOfWork).run(SYSTEM, work);

  it.each(ENDS)('is tried several times, until it wins (%s)', async (code) => {
    expect(await run(losing(code, 4).work)).toBe(5);
  });

  it.each(ENDS)('ends with the answer that nothing was saved, never with an unexpected fault (%s)', async (code) => {
    const always = losing(code, Infinity);
    await expect(run(always.work)).rejects.toBeInstanceOf(NotSaved);
    expect(always.tries()).toBeGreaterThan(2);
  });

  it('is not tried again where it has waited for a lock as long as it may', async () => {
    const waited = losing('55P03', Infinity);
    await expect(run(waited.work)).rejects.toMatchObject({ retryAfter: 5 });
    expect(waited.tries()).toBe(1);
  });
});
