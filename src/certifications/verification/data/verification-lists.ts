import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import { type Cell, storedNumber, storedNumberOrNull } from '../../log/index.js';
import { LIST_JOB } from '../domain/verification-list.js';

export interface ListRow {
  readonly id: string;
  readonly employerId: string;
  readonly filename: string;
  readonly sha256: string;
  readonly purpose: string;
  readonly size: number;
  readonly jobId: string;
  readonly createdAt: number;
  readonly createdByName: string;
  readonly answeredAt: number | null;
  /** Whether there is a signed answer. */
  readonly signed: boolean;
}

/** An employer's lists, newest first. */
export const listsOf = (query: QueryFunction, employerId: string, limit: number): Promise<ListRow[]> =>
  lists(query, sql`b.employer_id = ${employerId} ORDER BY b.created_at DESC, b.id DESC LIMIT ${limit}`);

export async function listById(query: QueryFunction, id: string): Promise<ListRow | null> {
  return (await lists(query, sql`b.id = ${id}`))[0] ?? null;
}

/** Ids of all stored lists. */
export async function listIds(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`SELECT id AS "id" FROM verification_batch ORDER BY id`);
  return rows.map(({ id }) => id);
}

/** All answered lists. `isBound`: `false` for lists from before lists were bound. */
export async function answeredLists(
  query: QueryFunction,
): Promise<readonly (Pick<ListRow, 'id' | 'filename'> & { readonly answeredAt: number; readonly isBound: boolean })[]> {
  const rows = await query<{ id: string; filename: string; answeredAt: number; mac: string | null }>(sql`
    SELECT id AS "id", filename AS "filename", answered_at AS "answeredAt", questions_mac AS "mac"
    FROM verification_batch WHERE answered_at IS NOT NULL ORDER BY id`);
  return rows.map(({ mac, answeredAt, ...row }) => ({
    ...row,
    answeredAt: storedNumber(answeredAt),
    isBound: mac !== null,
  }));
}

/** Exactly the condition of the index `ix_verification_batch_unanswered`. */
const UNANSWERED = sql`("answer" IS NULL OR "answered_at" IS NULL)`;

/** Lists of an employer that are not answered: running, stopped, or waiting to be started. */
export async function countUnanswered(query: QueryFunction, employerId: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    sql`SELECT COUNT(*) AS "count" FROM verification_batch WHERE employer_id = ${employerId} AND ${UNANSWERED}`,
  );
  return Number(row?.count ?? 0);
}

/** A list that has no signed answer, or no time of it, although its job is over. */
export interface UnsignedList extends Pick<ListRow, 'id' | 'filename' | 'size' | 'answeredAt'> {
  /** `null`: the job is gone. */
  readonly jobId: string | null;
}

/** Lists without a signed answer that no job is answering, in no order: an order would cost the index. */
export async function unsignedLists(query: QueryFunction): Promise<readonly UnsignedList[]> {
  const rows = await query<UnsignedList>(sql`
    SELECT b.id AS "id", b.filename AS "filename", b.size AS "size", b.answered_at AS "answeredAt", j.id AS "jobId"
    FROM (SELECT * FROM verification_batch WHERE ${UNANSWERED}) b
    LEFT JOIN job j ON j.kind = ${LIST_JOB} AND j.subject_id = CAST(b.id AS TEXT) AND CAST(j.id AS TEXT) = b.job_id
    WHERE j.id IS NULL OR j.state = 'done'`);
  return rows.map(({ answeredAt, ...row }) => ({
    ...row,
    answeredAt: storedNumberOrNull(answeredAt),
  }));
}

/** The signed answer; `null` until all rows are answered. */
export async function answerOfList(query: QueryFunction, id: string): Promise<string | null> {
  const [row] = await query<{ answer: string | null }>(
    sql`SELECT answer AS "answer" FROM verification_batch WHERE id = ${id}`,
  );
  return row?.answer ?? null;
}

/** The questions of a list with what binds them, from one read; `null` if they are not bound. */
export async function boundQuestions(
  query: QueryFunction,
  id: string,
): Promise<{ readonly questions: Questions; readonly cells: readonly Cell[]; readonly mac: string } | null> {
  const [row] = await query<Omit<Questions, 'id'> & { mac: string | null }>(sql`
    SELECT employer_id AS "employerId", employer_name AS "employerName", created_by_name AS "createdByName", filename AS "filename", size AS "size", sha256 AS "sha256", purpose AS "purpose", rows AS "rows", columns AS "columns",
      questions_mac AS "mac"
    FROM verification_batch WHERE id = ${id}`);
  if (!row || row.mac === null) return null;
  const { mac, ...read } = row;
  const questions = { ...read, id, size: storedNumber(read.size) };
  return { questions, cells: questionCells(questions), mac };
}

/** The list as the employer sent it. */
export interface Questions extends Pick<
  ListRow,
  'id' | 'employerId' | 'filename' | 'size' | 'sha256' | 'purpose' | 'createdByName'
> {
  /** When it was submitted: employers may be renamed. `null`: from before this was kept. */
  readonly employerName: string | null;
  /** JSON, as stored. */
  readonly rows: string;
  /** JSON, as stored. */
  readonly columns: string;
}

/** The cells that the MAC covers, without those that were not kept yet: names of employer and sender, then columns. */
export function questionCells({ employerName, createdByName, columns, ...list }: Questions): Cell[] {
  const { id, employerId, filename, size, sha256, purpose, rows } = list;
  const names = employerName === null ? [] : [employerName, createdByName];
  const read = columns.includes('"notRead":') ? [columns] : [];
  return [id, employerId, filename, size, sha256, purpose, rows, ...names, ...read];
}

/** MAC over the answered rows; `null` before the first. */
export async function answerMacOf(query: QueryFunction, id: string): Promise<string | null> {
  const [row] = await query<{ mac: string | null }>(
    sql`SELECT answer_mac AS "mac" FROM verification_batch WHERE id = ${id}`,
  );
  return row?.mac ?? null;
}

export async function answeredOfList(query: QueryFunction, id: string): Promise<number> {
  const [row] = await query<{ count: number }>(
    sql`SELECT COUNT(*) AS "count" FROM verification_record WHERE batch_id = ${id}`,
  );
  return Number(row?.count ?? 0);
}

async function lists(query: QueryFunction, where: Sql): Promise<ListRow[]> {
  const rows = await query<Omit<ListRow, 'signed'> & { signed: number }>(sql`
    SELECT b.id AS "id", b.employer_id AS "employerId", b.filename AS "filename", b.sha256 AS "sha256", b.purpose AS "purpose", b.size AS "size",
      b.job_id AS "jobId", b.created_at AS "createdAt", b.created_by_name AS "createdByName", b.answered_at AS "answeredAt",
      CASE WHEN b.answer IS NULL THEN 0 ELSE 1 END AS "signed"
    FROM verification_batch b WHERE ${where}`);
  return rows.map((row) => ({
    ...row,
    createdAt: Number(row.createdAt),
    answeredAt: row.answeredAt === null ? null : Number(row.answeredAt),
    signed: Number(row.signed) === 1,
  }));
}
