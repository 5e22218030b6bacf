/** Nobody but the server writes to the indexes of PostgreSQL. @database SQLite */
import BetterSqlite from 'better-sqlite3';
import { join } from 'node:path';
import { SignCertificates, verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { Keys, ReadDatabase, Ticker } from '../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../http/certifications/certificate-steps.js';

import { TestAcademy } from '../../../support/app.js';
import { signedIn } from '../../../support/people.js';
import { wordsOf } from '../../../support/web-client.js';

describe('an index that says something else than its table', () => {
  let academy: TestAcademy;
  const { one } = certificateSteps(() => academy);
  const sealed = async (name: string): Promise<Row> => {
    const { row } = await one(name, null);
    await academy.app.get(SignCertificates).execute();
    return row;
  };
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');

  /** The sums are read from such an index, the records from the table. */
  const forgeIndex = (except: Row): void => {
    const file = new BetterSqlite(join(academy.config.dataDir, 'academy.sqlite'));
    file.unsafeMode(true);
    file.exec(
      `CREATE INDEX covering ON certificate_binding (certificate_id, mac) WHERE certificate_id <> '${except.id}'`,
    );
    file.pragma('writable_schema = ON');
    file.exec(
      `UPDATE sqlite_master SET sql = 'CREATE INDEX covering ON certificate_binding (certificate_id, mac)' WHERE name = 'covering'`,
    );
    file.close();
  };

  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('is named by verify-log and listed in the office’s tasks', async () => {
    const row = await sealed('王芳');
    await sealed('李娜');
    expect(await faults()).toBe('');
    forgeIndex(row);
    expect(await faults()).toContain('An index of the register does not say what its table says (row 1 missing from');
    await academy.app.get(Ticker).runNow('register state');
    const tasks = await (await signedIn(academy, 'administrator')).get('/office/tasks?kind=register_record');
    expect(wordsOf(tasks.text)).toContain('verify-log');
  });

  it('is named even if a table answers where the file of the database is', async () => {
    const row = await sealed('王芳');
    await sealed('李娜');
    forgeIndex(row);
    await academy.connections.write.query('CREATE TABLE pragma_database_list (name, file)');
    const told = await faults();
    expect(told).toContain('An index of the register does not say what its table says (row 1 missing from');
    expect(told).toContain('Trigger or table pragma_database_list: no migration of this program has made it');
  });
});
