import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { schema } from '../../../../../db/schema.js';
import { logOf, noteRestore, verifyKeysFrom, verifyLog } from '../../../../../src/certifications/index.js';
import { connectionOptions, Keys, ReadDatabase } from '../../../../../src/platform/index.js';
import { graduates } from '../../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../../support/app.js';
import { DATABASE } from '../../../../support/database.js';
import { registerState, storeEarlierState } from './earlier-register.js';

describe(`cohorts that were completed before outcomes were bound, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    await graduates(academy, { names: [{ name: '王芳' }, { name: '李雷', state: 'notCompleted' }] });
  }, 60_000);
  afterEach(() => academy.close());

  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);
  const bound = (): Promise<number> =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) AS "n" FROM record_binding WHERE kind = 'outcome'`);
  const faults = async (): Promise<readonly string[]> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults;
  const audited = async (): Promise<string> =>
    JSON.stringify(
      await academy.app
        .get(ReadDatabase)
        .query(sql`SELECT detail AS "detail" FROM audit_entry WHERE act = 'register.bound'`),
    );
  /** The state as a version has stored it that bound no outcomes. */
  const withoutOutcomes = async (): Promise<void> => {
    await storeEarlierState(academy, 'outcomesBoundAt');
    await write(`DELETE FROM record_binding WHERE kind = 'outcome'`);
  };
  const goBack = async (): Promise<void> => {
    const source = await new DataSource(connectionOptions(academy.config, schema, 'write')).initialize();
    const first = source.migrations.findIndex((one) => one.constructor.name.startsWith('OutcomesAreBound'));
    for (let at = source.migrations.length; at > first; at -= 1)
      await source.undoLastMigration({ transaction: 'each' });
    await source.destroy();
  };

  it('are bound as they are by the first start, which is audited', async () => {
    await withoutOutcomes();
    await goBack();
    await academy.restart();
    expect([await bound(), (await registerState(academy)).outcomesBoundAt]).toEqual([2, academy.clock.now()]);
    expect(await audited()).toMatch(/outcomes\W+2\b/);
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('are bound by the next start if the first one was killed', async () => {
    await withoutOutcomes();
    await academy.restart();
    expect(await bound()).toBe(2);
    expect(await faults()).toEqual([]);
  }, 60_000);

  it.each([
    ['the database says that the migration has not run', () => Promise.resolve()],
    ['a backup was restored', async () => noteRestore(academy.config, { log: logOf(await registerState(academy)) })],
    ['the folder is a new one', () => rm(join(academy.config.dataDir, 'register-bound'))],
  ])(
    'are bound only once, although %s',
    async (_, before) => {
      await write(`DELETE FROM record_binding WHERE kind = 'outcome'`);
      await write(`DELETE FROM migration WHERE name LIKE 'OutcomesAreBound%'`);
      await before();
      await academy.restart();
      expect(await bound()).toBe(0);
      expect(await faults()).toHaveLength(2);
      expect(await audited()).not.toContain('outcomes');
    },
    60_000,
  );
});
