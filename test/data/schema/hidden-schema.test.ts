/** @database SQLite: PostgreSQL keeps its schema in tables to which only the server writes. */
import Database from 'better-sqlite3';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { verifyKeysFrom, verifyLog } from '../../../src/certifications/index.js';
import { foreignObjects } from '../../../src/certifications/log/index.js';
import { Keys, missingTriggers, ReadDatabase } from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';

const SCHEMA = 'type, name, tbl_name, rootpage, sql';

describe('the schema of the database, edited by somebody who hides it', () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  /** As somebody does who has the file. */
  const edit = (work: (file: Database.Database) => void): void => {
    const file = new Database(join(academy.config.dataDir, 'academy.sqlite'));
    file.unsafeMode(true);
    file.pragma('writable_schema = ON');
    work(file);
    file.close();
  };
  const letItLoad = (file: Database.Database): void => {
    file.pragma(`schema_version = ${Number(file.pragma('schema_version', { simple: true })) + 1}`);
  };
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');

  it('is known to be foreign where an index of the schema itself answers for it', async () => {
    edit((file) => {
      file.exec(`CREATE TABLE before (${SCHEMA}); CREATE INDEX honest ON before (type, name, sql)`);
      file.exec(`INSERT INTO before SELECT ${SCHEMA} FROM sqlite_master WHERE name NOT IN ('before', 'honest')`);
      file.exec('DROP TRIGGER certificate_keeps_facts');
      file.exec(`INSERT INTO sqlite_master (${SCHEMA}) SELECT 'index', 'answers', 'sqlite_master', rootpage,
        'CREATE INDEX answers ON sqlite_master (type, name, sql)' FROM sqlite_master WHERE name = 'honest'`);
      file.exec(`DELETE FROM sqlite_master WHERE name IN ('before', 'honest')`);
      letItLoad(file);
    });
    expect(await foreignObjects(academy.app.get(ReadDatabase))).toContain('answers');
    expect(await missingTriggers(academy.app.get(ReadDatabase))).toEqual(['certificate_keeps_facts']);
    expect(await faults()).toContain('answers');
  });

  it('is read from the file again by each check: a connection keeps what was taken away meanwhile', async () => {
    const { query } = academy.app.get(ReadDatabase);
    const rooms = () => query(sql`SELECT name FROM ghost`);
    edit((file) => {
      file.exec('CREATE TABLE ghost (name text)');
    });
    expect(await rooms()).toEqual([]);
    edit((file) => {
      file.exec(`DELETE FROM sqlite_master WHERE name = 'ghost'`);
    });
    expect(await rooms()).toEqual([]);
    expect(await foreignObjects(academy.app.get(ReadDatabase))).toEqual([]);
    await expect(rooms()).rejects.toThrow('no such table');
  });
});
