import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { connectionOptions, newId, readConfig } from '../../../src/platform/index.js';
import { freshDatabase, type FreshDatabase } from '../../support/database.js';

describe('the migration after which double bookings cannot be overridden', () => {
  let database: FreshDatabase;
  let source: DataSource;
  let cohort: string;
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
      source.migrations.findIndex((one) => one.constructor.name.startsWith('DoubleBookingsAreNeverOverridden'));
    for (let step = 0; step < later; step += 1) await source.undoLastMigration({ transaction: 'each' });
    cohort = await aCohort();
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  const insert = (table: string, row: Record<string, string | number | null>): Promise<unknown> => {
    const values = Object.values(row).map((value) =>
      value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`,
    );
    return source.query(
      `INSERT INTO "${table}" (${Object.keys(row)
        .map((name) => `"${name}"`)
        .join(', ')}) VALUES (${values.join(', ')})`,
    );
  };
  const aCohort = async (): Promise<string> => {
    const [track, course, version, id] = [newId(), newId(), newId(), newId()];
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
    await insert('cohort', {
      id,
      code: 'X',
      course_id: course,
      course_version_id: version,
      delivery: 'onsite',
      starts_on: '2026-03-02',
      ends_on: '2026-03-04',
      decision_on: '2026-02-23',
      capacity: 4,
      least_enrolment: 1,
      window_opens_at: 1,
      window_closes_at: 2,
      created_at: 1,
      state: 'draft',
    });
    return id;
  };
  let number = 0;
  const held = async (holder: string, from: number, overridden: 0 | 1): Promise<string> => {
    const id = newId();
    number += 1;
    await insert('session', {
      id,
      cohort_id: cohort,
      number,
      starts_at: from,
      ends_at: from + 1000,
      state: 'planned',
      updated_at: 1,
    });
    await insert('session_hold', {
      session_id: id,
      kind: 'room',
      holder_id: holder,
      held_from: from,
      held_until: from + 1000,
      overridden,
    });
    return id;
  };
  const marks = async (): Promise<number[]> =>
    (
      await source.query<{ overridden: number }[]>(
        'SELECT "overridden" FROM "session_hold" ORDER BY "held_from", "overridden"',
      )
    ).map(({ overridden }) => overridden);

  it('keeps existing ones, unmarks those without an overlap, and refuses new ones', async () => {
    const [room, other] = [newId(), newId()];
    await held(room, 1000, 0);
    await held(room, 1500, 1);
    await held(other, 5000, 1);

    await source.runMigrations({ transaction: 'each' });

    expect(await marks()).toEqual([0, 1, 0]);
    for (const [holder, from, overridden] of [
      [room, 1400, 0],
      [room, 2200, 0],
      [other, 5500, 0],
      [other, 5500, 1],
      [newId(), 9000, 1],
    ] as const) {
      await expect(held(holder, from, overridden)).rejects.toThrow(/ex_session_hold/);
    }
    await expect(
      source.query(`UPDATE "session_hold" SET "overridden" = 1 WHERE "holder_id" = '${other}'`),
    ).rejects.toThrow(/ex_session_hold/);
    await held(room, 2500, 0);
    await held(other, 6000, 0);
  });

  it('can be reverted and run again', async () => {
    await source.runMigrations({ transaction: 'each' });
    const later =
      source.migrations.length -
      source.migrations.findIndex((one) => one.constructor.name.startsWith('DoubleBookingsAreNeverOverridden'));
    for (let step = 0; step < later; step += 1) await source.undoLastMigration({ transaction: 'each' });
    const room = newId();
    await held(room, 1000, 0);
    await expect(held(room, 1500, 0)).rejects.toThrow(/ex_session_hold/);
    await held(room, 1500, 1);
    await source.runMigrations({ transaction: 'each' });
    await expect(held(room, 1600, 0)).rejects.toThrow(/ex_session_hold/);
  });
});
