import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { connectionOptions, newId, readConfig } from '../../../src/platform/index.js';
import { freshDatabase, type FreshDatabase } from '../../support/database.js';

describe('the migration that adds decision dates to cohorts', () => {
  let database: FreshDatabase;
  let source: DataSource;
  beforeEach(async () => {
    database = await freshDatabase();
    const config = readConfig({
      DATA_DIR: database.dataDir,
      ...(database.databaseUrl === null ? {} : { DATABASE_URL: database.databaseUrl }),
    });
    source = await new DataSource(connectionOptions(config, schema, 'write')).initialize();
    await source.runMigrations({ transaction: 'each' });
    const later =
      source.migrations.length -
      source.migrations.findIndex((one) => one.constructor.name.startsWith('ACohortIsDecidedOnADay'));
    for (let step = 0; step < later; step += 1) await source.undoLastMigration({ transaction: 'each' });
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  const insert = (table: string, row: Record<string, string | number | null>) => {
    const names = Object.keys(row);
    const values = Object.values(row).map((value) =>
      value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`,
    );
    return source.query(
      `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${values.join(', ')})`,
    );
  };
  const cohort = (
    code: string,
    ids: { course_id: string; course_version_id: string },
    facts: Record<string, string | number | null>,
  ) =>
    insert('cohort', {
      id: newId(),
      code,
      ...ids,
      delivery: 'onsite',
      starts_on: '2026-03-02',
      ends_on: '2026-03-04',
      capacity: 4,
      least_enrolment: 1,
      window_opens_at: 1,
      window_closes_at: 2,
      created_at: 1,
      ...facts,
    });

  it('fills in existing cohorts, loses nothing, and keeps all constraints', async () => {
    const [track, course, version, kept] = [newId(), newId(), newId(), newId()];
    await insert('track', {
      id: track,
      code: 'T',
      name_zh: '云',
      name_en: 'Cloud',
      summary_zh: '',
      summary_en: '',
      position: 1,
    });
    await insert('course', {
      id: course,
      code: 'C',
      track_id: track,
      title_zh: '',
      title_en: '',
      summary_zh: '',
      summary_en: '',
      level: 'beginner',
      hours: 8,
      days: 1,
      created_at: 1,
    });
    await insert('course_version', {
      id: version,
      course_id: course,
      number: 1,
      title_zh: '',
      title_en: '',
      hours: 8,
      outcomes_zh: '',
      outcomes_en: '',
      syllabus_zh: '',
      syllabus_en: '',
      created_at: 1,
    });
    const ids = { course_id: course, course_version_id: version };
    await cohort('OPEN', ids, { id: kept, state: 'tentative', published_at: 1 });
    await cohort('WAS-DRAFT', ids, { state: 'cancelled', cancelled_at: 5 });
    await cohort('WAS-OPEN', ids, { state: 'cancelled', cancelled_at: 5, published_at: 1 });
    await cohort('WAS-SURE', ids, { state: 'cancelled', cancelled_at: 5, published_at: 1, confirmed_at: 2 });
    await insert('seat', { cohort_id: kept, number: 1 });
    await insert('session', {
      id: newId(),
      cohort_id: kept,
      number: 1,
      starts_at: 1000,
      ends_at: 2000,
      state: 'planned',
      updated_at: 1,
    });

    await source.runMigrations({ transaction: 'each' });

    expect(await source.query('SELECT "code", "decision_on", "cancelled_from" FROM "cohort" ORDER BY "code"')).toEqual([
      { code: 'OPEN', decision_on: '2026-02-23', cancelled_from: null },
      { code: 'WAS-DRAFT', decision_on: '2026-02-23', cancelled_from: 'draft' },
      { code: 'WAS-OPEN', decision_on: '2026-02-23', cancelled_from: 'tentative' },
      { code: 'WAS-SURE', decision_on: '2026-02-23', cancelled_from: 'confirmed' },
    ]);
    expect(await source.query('SELECT "number" FROM "seat"')).toEqual([{ number: 1 }]);
    await expect(cohort('OPEN', ids, { state: 'draft' })).rejects.toThrow(/unique|code/i);
    await expect(cohort('X1', ids, { state: 'nonsense' })).rejects.toThrow(/ck_cohort_state/);
    await expect(cohort('X2', ids, { state: 'draft', ends_on: '2026-03-01' })).rejects.toThrow(/ck_cohort_dates/);
    await expect(cohort('X3', ids, { state: 'draft', decision_on: '2026-03-03' })).rejects.toThrow(
      /ck_cohort_decision/,
    );
    await expect(cohort('X4', ids, { state: 'cancelled', cancelled_from: 'completed' })).rejects.toThrow(
      /ck_cohort_cancelled_from/,
    );
    await expect(insert('seat', { cohort_id: newId(), number: 1 })).rejects.toThrow(/foreign key/i);
    const second = newId();
    await insert('session', {
      id: second,
      cohort_id: kept,
      number: 2,
      starts_at: 1500,
      ends_at: 2500,
      state: 'planned',
      updated_at: 1,
    });
    const held = (session: string, from: number) =>
      insert('session_hold', {
        session_id: session,
        kind: 'room',
        holder_id: kept,
        held_from: from,
        held_until: from + 1000,
      });
    const [first] = await source.query<{ id: string }[]>('SELECT "id" FROM "session" WHERE "number" = 1');
    await held(first!.id, 1000);
    await expect(held(second, 1500)).rejects.toThrow(/ex_session_hold/);
  });
});
