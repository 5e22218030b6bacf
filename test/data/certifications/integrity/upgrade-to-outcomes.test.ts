import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { schema } from '../../../../db/schema.js';
import { verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { connectionOptions, Keys, ReadDatabase } from '../../../../src/platform/index.js';
import { graduates } from '../../../http/certifications/graduates.js';
import { TestAcademy } from '../../../support/app.js';
import { DATABASE } from '../../../support/database.js';
import { registerMarkFile } from '../../../support/register-mark.js';

describe(`cohorts that were completed before outcomes were bound, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
    await graduates(academy, { names: [{ name: '王芳' }, { name: '李雷', state: 'notCompleted' }] });
  }, 60_000);
  afterEach(() => academy.close());

  const bound = (): Promise<number> =>
    academy.app.get(ReadDatabase).count(sql`SELECT COUNT(*) AS "n" FROM record_binding WHERE kind = 'outcome'`);
  const faults = async (): Promise<readonly string[]> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults;
  const goBack = async (): Promise<void> => {
    const source = await new DataSource(connectionOptions(academy.config, schema, 'write')).initialize();
    const first = source.migrations.findIndex((one) => one.constructor.name.startsWith('OutcomesAreBound'));
    for (let at = source.migrations.length; at > first; at -= 1)
      await source.undoLastMigration({ transaction: 'each' });
    await source.destroy();
    expect(await bound()).toBe(0);
  };

  it('are bound as they are by the start that runs the migration', async () => {
    await goBack();
    await registerMarkFile(academy).without('Outcomes: bound');
    await academy.restart();
    expect(await bound()).toBe(2);
    expect(await faults()).toEqual([]);
  }, 60_000);

  it('are bound by the next start if the first one was killed', async () => {
    await academy.connections.write.query(`DELETE FROM record_binding WHERE kind = 'outcome'`);
    await registerMarkFile(academy).replace('Outcomes: bound', 'Outcomes: binding');
    await academy.restart();
    expect(await bound()).toBe(2);
  }, 60_000);

  it('are bound only once, although the database says that the migration has not run', async () => {
    await goBack();
    await academy.restart();
    expect(await bound()).toBe(0);
    expect(await faults()).toHaveLength(2);
  }, 60_000);
});
