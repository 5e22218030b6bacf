import sql, { type Sql } from 'sql-template-tag';
import { BeginBatch, verifyKeysFrom, verifyLog } from '../../../../../src/certifications/index.js';
import { type Actor, isRefused, Keys, newId, ReadDatabase } from '../../../../../src/platform/index.js';
import { certificateSteps, type Row } from '../../../../http/certifications/certificate-steps.js';
import { graduates } from '../../../../http/certifications/graduates.js';
import { TEST_START, type TestAcademy } from '../../../../support/app.js';

const REVOCATION = { reasonClass: 'other', reason: '考试作弊' } as const;

/** Steps of tests about bulk acts and issues in a database that somebody writes into. */
export function batchSteps(academy: () => TestAcademy) {
  const { certificatesOf, issue } = certificateSteps(academy);
  const all = <T>(query: Sql): Promise<T[]> => academy().app.get(ReadDatabase).query<T>(query);
  const write = (text: string): Promise<unknown> => academy().connections.write.query(text);
  const findings = async (): Promise<string> =>
    (await verifyLog(academy().app.get(ReadDatabase), [], verifyKeysFrom(academy().app.get(Keys)))).faults.join('\n');
  const states = async (ids: readonly string[]): Promise<string[]> => {
    const rows = await all<{ id: string; state: string }>(sql`SELECT id AS "id", state AS "state" FROM certificate`);
    return ids.map((id) => rows.find((row) => row.id === id)?.state ?? 'gone');
  };
  const reasonsOf = async (batchId: string): Promise<string[]> =>
    (
      await all<{ refusals: string }>(
        sql`SELECT COALESCE(refusals, '[]') AS "refusals" FROM certificate_batch_item WHERE batch_id = ${batchId} ORDER BY place`,
      )
    ).map(({ refusals }) => (JSON.parse(refusals) as { code: string }[]).map(({ code }) => code).join());
  const alarms = async (subject: string): Promise<number> =>
    (await all(sql`SELECT id AS "id" FROM register_alarm WHERE subject = ${subject}`)).length;

  const certified = async (names: readonly string[]): Promise<Row[]> => {
    const scenario = await graduates(academy(), { names: names.map((name) => ({ name })), validMonths: 12 });
    await issue(scenario);
    return certificatesOf(scenario);
  };
  const begun = async (actor: Actor, rows: readonly Row[]): Promise<string> => {
    const ids = rows.map(({ id }) => id);
    const batch = await academy()
      .app.get(BeginBatch)
      .execute(actor, { kind: 'revocation', ids, revocation: REVOCATION });
    if (isRefused(batch)) throw new Error(batch.reasons[0]!.code);
    return batch.id;
  };
  const job = async (subjectId: string, actor: unknown): Promise<string> => {
    const id = newId();
    await write(`INSERT INTO job (id, kind, subject_id, state, done, total, actor, created_at)
      VALUES ('${id}', 'certificateBatch', '${subjectId}', 'running', 0, 1, '${JSON.stringify(actor)}', ${TEST_START})`);
    return id;
  };
  return { certificatesOf, all, write, findings, states, reasonsOf, alarms, certified, begun, job };
}
