import 'reflect-metadata';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { schema } from '../../../../db/schema.js';
import { AMakeUpWorkdayFollowsAWeekday1767225600130 as Step } from '../../../../db/migrations/0130-a-make-up-workday-follows-a-weekday.js';
import { connectionOptions, readConfig } from '../../../../src/platform/index.js';
import { freshDatabase, type FreshDatabase } from '../../../support/database.js';

describe('notices loaded before their source was recorded', () => {
  let database: FreshDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  afterEach(() => database.drop());

  const options = (migrations: readonly Function[]): DataSourceOptions =>
    connectionOptions(
      readConfig({
        DATA_DIR: database.dataDir,
        ...(database.databaseUrl === null ? {} : { DATABASE_URL: database.databaseUrl }),
      }),
      { ...schema, migrations: [...migrations] },
      'write',
    );
  const all = schema.migrations as readonly Function[];

  async function on<T>(migrations: readonly Function[], work: (source: DataSource) => Promise<T>): Promise<T> {
    const source = await new DataSource(options(migrations)).initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
      return await work(source);
    } finally {
      await source.destroy();
    }
  }

  it('keep their days and count as files; an empty one counts as not yet published', async () => {
    await on(all.slice(0, all.indexOf(Step)), async (source) => {
      await source.query(
        `INSERT INTO holiday_notice (year, papers, loaded_at) VALUES (2026, '[]', 1), (2027, '[]', 2)`,
      );
      await source.query(
        `INSERT INTO calendar_day (date, kind, name, notice_year) VALUES ('2026-05-01', 'holiday', '劳动节', 2026), ('2026-05-09', 'makeUpWorkday', '劳动节', 2026), ('2026-08-03', 'closure', '检修', NULL)`,
      );
    });
    await on(all, async (source) => {
      expect(
        await source.query('SELECT year, source, publication, loaded_by FROM holiday_notice ORDER BY year'),
      ).toEqual([
        { year: 2026, source: 'file', publication: 'published', loaded_by: null },
        { year: 2027, source: 'file', publication: 'notYetPublished', loaded_by: null },
      ]);
      expect(await source.query('SELECT date, kind, notice_year, follows FROM calendar_day ORDER BY date')).toEqual([
        { date: '2026-05-01', kind: 'holiday', notice_year: 2026, follows: null },
        { date: '2026-05-09', kind: 'makeUpWorkday', notice_year: 2026, follows: null },
        { date: '2026-08-03', kind: 'closure', notice_year: null, follows: null },
      ]);
      await expect(
        source.query(
          `INSERT INTO calendar_day (date, kind, name, notice_year) VALUES ('2031-05-01', 'holiday', '劳动节', 2031)`,
        ),
      ).rejects.toThrow(/foreign key/i);
    });
  });
});
