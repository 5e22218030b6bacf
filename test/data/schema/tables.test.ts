import { DataSource } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { KNOWN_TABLES } from '../../../src/certifications/log/data/known-tables.js';
import { foreignObjects, missingRegisterIndexes } from '../../../src/certifications/log/index.js';
import {
  connectionOptions,
  type QueriedDatabase,
  ReadDatabase,
  tableDefinitions,
} from '../../../src/platform/index.js';
import { TestAcademy } from '../../support/app.js';
import { DATABASE } from '../../support/database.js';

const onPostgres = DATABASE === 'PostgreSQL';
const KNOWN = KNOWN_TABLES[onPostgres ? 'postgres' : 'sqlite'];

/** The last migration of the version before bindings were introduced. */
const LAST_OF_BEFORE = 'WhatIsOverIsFoundByItsDay';

describe(`the tables of the register, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  beforeEach(async () => {
    academy = await TestAcademy.open();
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  const asked = (): QueriedDatabase => academy.app.get(ReadDatabase);
  const write = (text: string): Promise<unknown> => academy.connections.write.query(text);

  it('match the definitions that the program knows', async () => {
    expect(await tableDefinitions(asked(), Object.keys(KNOWN))).toEqual(KNOWN);
    expect(await foreignObjects(asked())).toEqual([]);
  });

  it('are the same after an upgrade from an older version', async () => {
    await academy.app.close();
    const source = await new DataSource(connectionOptions(academy.config, schema, 'write')).initialize();
    const last = source.migrations.findIndex((one) => one.constructor.name.startsWith(LAST_OF_BEFORE));
    for (let step = source.migrations.length - 1; step > last; step -= 1)
      await source.undoLastMigration({ transaction: 'each' });
    await source.destroy();
    await academy.restart();
    expect(await foreignObjects(asked())).toEqual([]);
    expect(await missingRegisterIndexes(asked())).toEqual([]);
  }, 60_000);

  it.each([
    ['a type', 'certificate', 'ALTER TABLE certificate ALTER COLUMN number TYPE varchar(61)', ''],
    ['a default', 'certificate', `ALTER TABLE certificate ALTER COLUMN reason SET DEFAULT 'x'`, ''],
    ['a further column', 'issuer_key', 'ALTER TABLE issuer_key ADD more text', 'ALTER TABLE issuer_key ADD more text'],
    [
      'a key that is gone',
      'certificate_event',
      'ALTER TABLE certificate_event DROP CONSTRAINT fk_certificate_event_certificate_id',
      '',
    ],
    [
      'a column that is worked out',
      'certificate_reason',
      `ALTER TABLE certificate_reason DROP COLUMN reason_class;
        ALTER TABLE certificate_reason ADD reason_class varchar(40) GENERATED ALWAYS AS ('issuedInError') STORED`,
      `DROP TABLE certificate_reason;
        CREATE TABLE certificate_reason (certificate_id uuid PRIMARY KEY NOT NULL, reason_class varchar(40) AS ('issuedInError'))`,
    ],
    [
      'a virtual table',
      'certificate_hiding',
      '',
      `ALTER TABLE certificate_hiding RENAME TO away;
        CREATE VIEW seen AS SELECT rowid, id, certificate_id, hidden_at, shown_at FROM away;
        CREATE VIRTUAL TABLE certificate_hiding USING fts5(id, certificate_id, hidden_at, shown_at, content=seen)`,
    ],
  ])('are reported if somebody has changed one: %s', async (_, table, postgres, sqlite) => {
    const text = onPostgres ? postgres : sqlite;
    if (text === '') return;
    if (!onPostgres) await write('PRAGMA foreign_keys = OFF');
    for (const statement of text.split(';')) await write(statement);
    expect(await foreignObjects(asked())).toContain(table);
  });

  it.each([
    [
      'a table',
      'pragma_table_xinfo',
      'CREATE TABLE pragma_table_xinfo (name, type, "notnull", dflt_value, pk, hidden)',
    ],
    ['a view', 'PRAGMA_Index_List', 'CREATE VIEW PRAGMA_Index_List AS SELECT 1 AS name'],
    [
      'a virtual table',
      'pragma_table_list',
      'CREATE VIRTUAL TABLE pragma_table_list USING fts5(type, wr, strict, tname)',
    ],
    ['a virtual table of another name', 'other', 'CREATE VIRTUAL TABLE other USING fts5(text)'],
    ['a table of JSON', 'json_each', 'CREATE TABLE json_each (value)'],
  ])('are reported if something could answer for a function of SQLite: %s', async (_, name, text) => {
    if (onPostgres) return;
    await write(text);
    expect(await foreignObjects(asked())).toContain(name);
  });
});
