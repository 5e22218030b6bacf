import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import sql from 'sql-template-tag';
import { DataSource } from 'typeorm';
import { schema } from '../../../../../db/schema.js';
import { SignCertificates, VerifyCertificate } from '../../../../../src/certifications/index.js';
import { connectionOptions, ReadDatabase } from '../../../../../src/platform/index.js';
import { documentsOf } from '../../../../http/certifications/sealed.js';
import { DATABASE } from '../../../../support/database.js';
import { commandLineOf } from '../../../../support/operator.js';
import { wordsOf } from '../../../../support/web-client.js';
import { registerWorld, type RegisterWorld } from '../register-world.js';

/**
 * The last migration of the version before there were verdicts about foreign credentials,
 * claims of messages and bindings.
 */
const LAST_OF_BEFORE = 'WhatIsOverIsFoundByItsDay';

describe(`an academy that a version from before there were bindings has left, on ${DATABASE}`, () => {
  let world: RegisterWorld;
  /** Of the certificate without documents, before any test has them made. */
  let checksAtFirst: readonly object[];
  beforeAll(async () => {
    world = await registerWorld();
    await goBack(world);
    await world.academy.restart();
    ({ checks: checksAtFirst } = await world.academy.app.get(VerifyCertificate).byToken(world.waiting.token));
  }, 300_000);
  afterAll(() => world.academy.close());

  const page = async (token: string): Promise<string> =>
    wordsOf((await world.academy.client().get(`/c/${token}`)).text);
  const bindings = async (): Promise<Record<string, number>> => {
    const rows = await world.academy.app
      .get(ReadDatabase)
      .query<{ act: string; count: number }>(
        sql`SELECT act AS "act", COUNT(*) AS "count" FROM certificate_binding GROUP BY act`,
      );
    return Object.fromEntries(rows.map(({ act, count }) => [act, Number(count)]));
  };
  const verifyLog = () => commandLineOf(world.academy.config)('verify-log');

  it('is bound at the first start, every certificate of it', async () => {
    const [{ count } = { count: 0 }] = await world.academy.app
      .get(ReadDatabase)
      .query<{ count: number }>(sql`SELECT COUNT(*) AS "count" FROM certificate`);
    expect(await bindings()).toEqual({ upgrade: Number(count) });
    expect(existsSync(join(world.academy.config.dataDir, 'register-bound'))).toBe(true);
  });

  it('agrees with its log', async () => {
    const answer = await verifyLog();
    expect(answer).toMatchObject({ code: 0, errors: '' });
    expect(answer.output).toContain('All agrees.');
  }, 120_000);

  it('shows every certificate as what it is: with documents and without, revoked, replaced, renewed, hidden', async () => {
    const { rows, waiting } = world;
    const [replacement] = await world.academy.app
      .get(ReadDatabase)
      .query<{ token: string }>(
        sql`SELECT token AS "token" FROM certificate WHERE supersedes_id = ${rows.replaced.id}`,
      );
    const valid = [rows.valid.token, waiting.token, replacement!.token];
    for (const token of valid) expect(await page(token)).toContain('这份证书有效');
    expect(await page(rows.revoked.token)).toContain('已被吊销');
    expect(await page(rows.replaced.token)).toContain('取代');
    for (const token of [
      ...valid,
      rows.revoked.token,
      rows.replaced.token,
      rows.renewed.token,
      rows.hidden.token,
      rows.shown.token,
    ])
      expect(await page(token)).not.toMatch(/未能核验|互相不符/);
  });

  it('verifies its files and keeps its receipt', async () => {
    const verify = world.academy.app.get(VerifyCertificate);
    const files = await documentsOf(world.academy, world.rows.valid);
    for (const form of ['pdf', 'png', 'json'] as const)
      expect([form, (await verify.byFile(files[form])).verdict]).toEqual([form, 'valid']);
    expect((await verify.byFile((await documentsOf(world.academy, world.rows.revoked)).pdf)).verdict).toBe('revoked');
    expect((await world.academy.client().get(`/verify/receipts/${world.receipt}`)).status).toBe(200);
  }, 120_000);

  it('makes the documents that were missing, and still agrees with its log after another start', async () => {
    expect(checksAtFirst).toContainEqual(expect.objectContaining({ why: 'beingPrepared' }));
    await world.academy.app.get(SignCertificates).execute();
    await world.academy.restart();
    expect(await page(world.waiting.token)).toContain('这份证书有效');
    expect(await verifyLog()).toMatchObject({ code: 0, errors: '' });
    expect(await bindings()).toEqual({ upgrade: expect.any(Number) as number });
  }, 240_000);
});

/** The schema as it was, without the mark that the present version has left beside the database. */
async function goBack({ academy: { config } }: RegisterWorld): Promise<void> {
  const source = await new DataSource(connectionOptions(config, schema, 'write')).initialize();
  try {
    const later =
      source.migrations.length -
      1 -
      source.migrations.findIndex((one) => one.constructor.name.startsWith(LAST_OF_BEFORE));
    for (let step = 0; step < later; step += 1) await source.undoLastMigration({ transaction: 'each' });
    const tables =
      DATABASE === 'SQLite'
        ? `SELECT name FROM sqlite_master WHERE name LIKE '%binding'`
        : `SELECT tablename AS name FROM pg_tables WHERE tablename LIKE '%binding'`;
    expect(await source.query(tables)).toEqual([]);
    expect(await source.query(`SELECT act FROM audit_entry WHERE act = 'register.bound'`)).toEqual([]);
  } finally {
    await source.destroy();
  }
  await rm(join(config.dataDir, 'register-bound'), { force: true });
}
