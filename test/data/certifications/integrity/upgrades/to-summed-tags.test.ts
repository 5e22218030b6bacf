import pg from 'pg';
import { setTimeout } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { SignCertificates, verifyKeysFrom, verifyLog } from '../../../../../src/certifications/index.js';
import { TagCertificates } from '../../../../../src/certifications/integrity/actions/tag-certificates.js';
import { Keys, ReadDatabase } from '../../../../../src/platform/index.js';
import { type Row, certificateSteps } from '../../../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../../../support/app.js';
import { disableTriggers } from '../../../../support/behind-the-back.js';
import { DATABASE } from '../../../../support/database.js';
import { TABLES } from '../database-copy.js';
import { registerState, storeEarlierState } from './earlier-register.js';

const CHANGED = 'is not what was stored last';

describe(`the sum of all bindings, on ${DATABASE}`, () => {
  let academy: TestAcademy;
  let row: Row;
  const { one, revoke } = certificateSteps(() => academy);
  const write = async (...statements: string[]): Promise<void> => {
    for (const text of statements) await academy.connections.write.query(text);
  };
  const faults = async (): Promise<string> =>
    (await verifyLog(academy.app.get(ReadDatabase), [], verifyKeysFrom(academy.app.get(Keys)))).faults.join('\n');
  const tags = (): Promise<unknown[]> =>
    academy.app
      .get(ReadDatabase)
      .query(
        sql`SELECT number_tag AS "number", token_tag AS "token" FROM certificate_binding WHERE certificate_id = ${row.id}`,
      );
  const takeTags = (): Promise<unknown> =>
    write(`UPDATE certificate_binding SET number_tag = NULL, token_tag = NULL WHERE certificate_id = '${row.id}'`);

  beforeEach(async () => {
    academy = await TestAcademy.open();
    row = (await one('王芳', null)).row;
    await one('李雷', null);
    await academy.app.get(SignCertificates).execute();
    await disableTriggers(academy, TABLES);
  }, 60_000);
  afterEach(async () => {
    academy.takeErrors();
    await academy.close();
  });

  it('covers tags once the first start after the upgrade has run, and acts go on', async () => {
    await storeEarlierState(academy, 'tagsSummedAt');
    expect(await faults()).toBe('');
    await academy.restart();
    expect((await registerState(academy)).tagsSummedAt).toBe(academy.clock.now());
    expect(await revoke(row)).toContain('已吊销');
    await one('赵六', null, 12);
    expect(await faults()).toBe('');
    await takeTags();
    expect(await faults()).toContain(CHANGED);
  }, 60_000);

  it('does not come out after the upgrade where it did not before', async () => {
    await storeEarlierState(academy, 'tagsSummedAt');
    await write(`UPDATE certificate_binding SET mac = '${'0'.repeat(64)}' WHERE certificate_id = '${row.id}'`);
    await academy.restart();
    expect((await registerState(academy)).tagsSummedAt).not.toBeNull();
    expect(await faults()).toContain(CHANGED);
  }, 60_000);

  it('does not come out, and nothing is issued, where a tag was altered before the upgrade', async () => {
    await storeEarlierState(academy, 'tagsSummedAt');
    await write(
      `UPDATE certificate_binding SET number_tag = '${'0'.repeat(64)}' WHERE certificate_id = '${row.id}'`,
      `UPDATE certificate SET number = 'TMP-1', number_key = 'TMP1' WHERE id = '${row.id}'`,
    );
    await academy.restart();
    expect(await faults()).toContain(CHANGED);
    expect((await one('赵六', null, 12)).row).toBeUndefined();
  }, 60_000);

  if (DATABASE === 'PostgreSQL')
    it('does not cover what somebody alters while it is computed', async () => {
      await storeEarlierState(academy, 'tagsSummedAt', takeTags);
      const holder = new pg.Client({ connectionString: academy.config.databaseUrl! });
      await holder.connect();
      await holder.query('BEGIN');
      await holder.query('SELECT 1 FROM certificate_binding WHERE certificate_id = $1 FOR UPDATE', [row.id]);
      const tagging = academy.app.get(TagCertificates).execute();
      await waitsForLock(holder);
      await write(`UPDATE certificate_binding SET mac = '${'0'.repeat(64)}' WHERE certificate_id <> '${row.id}'`);
      await holder.query('COMMIT');
      await holder.end();
      await tagging;
      expect((await registerState(academy)).tagsSummedAt).not.toBeNull();
      expect(await faults()).toContain(CHANGED);
    }, 60_000);

  it('covers the tags that a certificate gets once somebody has repaired its row', async () => {
    await storeEarlierState(academy, 'tagsSummedAt', takeTags);
    await write(`UPDATE certificate SET recipient_name = '王方' WHERE id = '${row.id}'`);
    await academy.restart();
    expect(await tags()).toEqual([{ number: null, token: null }]);
    await write(`UPDATE certificate SET recipient_name = '王芳' WHERE id = '${row.id}'`);
    await academy.restart();
    expect(await tags()).not.toContainEqual({ number: null, token: null });
    expect(await faults()).toBe('');
  }, 60_000);

  it('comes out again once the next start has put tags back that somebody took away', async () => {
    const before = await tags();
    await takeTags();
    expect(await faults()).toContain(CHANGED);
    await academy.restart();
    expect(await tags()).toEqual(before);
    expect(await faults()).toBe('');
  }, 60_000);

  it('is not written by a start that changes nothing', async () => {
    const { changes } = await registerState(academy);
    await academy.restart();
    expect((await registerState(academy)).changes).toBe(changes);
    await write(`UPDATE certificate SET recipient_name = '王方' WHERE id = '${row.id}'`);
    await takeTags();
    await academy.restart();
    expect((await registerState(academy)).changes).toBe(changes);
  }, 60_000);

  it('lets no act bind a certificate again whose tags were altered', async () => {
    await write(`UPDATE certificate_binding SET number_tag = 'between' WHERE certificate_id = '${row.id}'`);
    await expect(revoke(row)).rejects.toThrow('answered 503');
    expect((await faults()).split('\n')).toHaveLength(2);
  }, 60_000);
});

async function waitsForLock(client: pg.Client): Promise<void> {
  for (;;) {
    const { rowCount } = await client.query('SELECT 1 FROM pg_locks WHERE NOT granted');
    if (rowCount !== 0) return;
    await setTimeout(10);
  }
}
