import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { schema } from '../../../db/schema.js';
import { connectionOptions, newId, readConfig } from '../../../src/platform/index.js';
import { freshDatabase, type FreshDatabase } from '../../support/database.js';

const step = (name: string, outcome: string, why: string | null = null): object => ({ step: name, outcome, why });
const FOREIGN = [
  step('format', 'ok'),
  step('signature', 'ok'),
  step('issuerKey', 'ok'),
  step('notRevoked', 'ok', 'noStatus'),
  step('notExpired', 'ok'),
];
const CHECKS = { number: 'unknown', register: 'unknown', notRevoked: 'ok', notReplaced: 'unknown', notExpired: 'ok' };

describe('the migration that gives foreign credentials a verdict of their own', () => {
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
    await goBack();
  });
  afterEach(async () => {
    await source.destroy();
    await database.drop();
  });

  const goBack = async (): Promise<void> => {
    const later =
      source.migrations.length -
      source.migrations.findIndex((one) => one.constructor.name.startsWith('AForeignCredentialIsNeverValid'));
    for (let each = 0; each < later; each += 1) await source.undoLastMigration({ transaction: 'each' });
  };
  const insert = (table: string, row: Record<string, string | number | null>) => {
    const values = Object.values(row).map((value) =>
      value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${value}'`,
    );
    return source.query(
      `INSERT INTO "${table}" (${Object.keys(row)
        .map((name) => `"${name}"`)
        .join(', ')}) VALUES (${values.join(', ')})`,
    );
  };
  const receipt = (reference: string, verdict: string, checks: readonly object[]) =>
    insert('verification_receipt', {
      reference,
      at: 1,
      means: 'file',
      verdict,
      checks: JSON.stringify(checks),
      certificate_id: null,
    });
  const record = (verdict: string, checks: object | null) =>
    insert('verification_record', {
      id: newId(),
      at: 1,
      kind: 'page',
      verdict,
      checks: checks === null ? null : JSON.stringify(checks),
      certificate_id: null,
    });
  const stored = (table: string) =>
    source.query<{ verdict: string; checks: string | null }[]>(
      `SELECT "verdict", "checks" FROM "${table}" ORDER BY "verdict"`,
    );

  it('corrects what was stored as valid or as altered, and leaves correct verdicts', async () => {
    const damaged = [step('format', 'failed', 'noCredential')];
    const twice = [step('format', 'failed', 'severalCredentials')];
    const forged = [step('format', 'ok'), step('signature', 'failed', 'signatureWrong')];
    const late = [...FOREIGN.slice(0, 4), step('notExpired', 'failed')];
    await receipt('A', 'valid', FOREIGN);
    await receipt('B', 'expired', late);
    await receipt('C', 'invalid', damaged);
    await receipt('D', 'invalid', twice);
    await receipt('E', 'invalid', forged);
    await receipt('F', 'notFound', []);
    await record('valid', CHECKS);
    await record('expired', null);
    // For a hidden certificate: known to be revoked, but not which one.
    await record('revoked', { ...CHECKS, register: 'ok', notRevoked: 'failed' });
    await record('invalid', null);

    await source.runMigrations({ transaction: 'each' });

    const right = [
      step('format', 'ok'),
      step('signature', 'ok'),
      step('issuerKey', 'unknown', 'selfNamed'),
      step('notRevoked', 'unknown', 'noStatus'),
    ];
    const receipts = await source.query<{ reference: string; verdict: string; checks: string }[]>(
      'SELECT "reference", "verdict", "checks" FROM "verification_receipt" ORDER BY "reference"',
    );
    expect(
      receipts.map(({ reference, verdict, checks }) => [reference, verdict, JSON.parse(checks) as object[]]),
    ).toEqual([
      ['A', 'foreign', [...right, step('notExpired', 'ok')]],
      ['B', 'foreign', [...right, step('notExpired', 'failed')]],
      ['C', 'nothingToCheck', damaged],
      ['D', 'invalid', twice],
      ['E', 'invalid', forged],
      ['F', 'notFound', []],
    ]);
    const records = (await stored('verification_record')).map(({ verdict, checks }) => [
      verdict,
      checks && (JSON.parse(checks) as { notRevoked: string }).notRevoked,
    ]);
    expect(records.sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))).toEqual([
      ['foreign', 'unknown'],
      ['foreign', null],
      ['invalid', null],
      ['revoked', 'failed'],
    ]);
  });

  it('makes the database refuse a verdict about a certificate without one, and an unknown verdict', async () => {
    await source.runMigrations({ transaction: 'each' });
    for (const verdict of ['valid', 'expired', 'superseded']) {
      await expect(receipt(verdict, verdict, [])).rejects.toThrow(/ck_verification_receipt_certificate/);
      await expect(record(verdict, null)).rejects.toThrow(/ck_verification_record_certificate/);
    }
    await expect(receipt('G', 'nonsense', [])).rejects.toThrow(/ck_verification_receipt_verdict/);
    await expect(record('nonsense', null)).rejects.toThrow(/ck_verification_record_verdict/);
    for (const verdict of ['foreign', 'nothingToCheck', 'invalid', 'notFound', 'couldNotCheck', 'revoked'])
      await receipt(verdict, verdict, []);
    await goBack();
    expect((await stored('verification_receipt')).map(({ verdict }) => verdict)).toEqual([
      'couldNotCheck',
      'couldNotCheck',
      'couldNotCheck',
      'invalid',
      'notFound',
      'revoked',
    ]);
  });
});
