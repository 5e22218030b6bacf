import sql, { empty, type Sql } from 'sql-template-tag';
import { A_DAY, instantOf, type ReadDatabase, storedObject } from '../../platform/index.js';

export interface AuditFilter {
  /** Part of the actor's name. */
  readonly person: string;
  readonly act: string;
  /** Part of the subject's label. */
  readonly subject: string;
  /** One subject's id: everything that was done to it. */
  readonly thing: string;
  /** First and last day, `YYYY-MM-DD`, both included; `null` for no bound. */
  readonly from: string | null;
  readonly until: string | null;
  readonly page: number;
  readonly size: number;
}

export interface AuditRow {
  readonly id: string;
  readonly at: number;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly act: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly subjectLabel: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
}

const COLUMNS = sql`id AS "id", at AS "at", actor_id AS "actorId", actor_name AS "actorName", act AS "act", subject_type AS "subjectType",
  subject_id AS "subjectId", subject_label AS "subjectLabel", detail AS "detail", request_id AS "requestId"`;

/** One page of the audit trail, newest first, and the count of all matching entries. */
export async function auditTrail(
  reads: ReadDatabase,
  filter: AuditFilter,
): Promise<{ rows: AuditRow[]; count: number }> {
  const from = matching(filter);
  const count = await reads.count(sql`SELECT COUNT(*) AS "n" ${from}`);
  const rows = await reads.query<StoredRow>(
    sql`SELECT ${COLUMNS} ${from} ORDER BY at DESC, id DESC LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`,
  );
  return { rows: rows.map(readable), count };
}

/** The last actions on one subject, newest first. */
export async function historyOf(
  reads: ReadDatabase,
  subject: { type: string; id: string },
  most: number,
): Promise<AuditRow[]> {
  const rows = await reads.query<StoredRow>(sql`
    SELECT ${COLUMNS} FROM audit_entry WHERE subject_id = ${subject.id} AND subject_type = ${subject.type} ORDER BY at DESC, id DESC LIMIT ${most}`);
  return rows.map(readable);
}

/** All acts that occur in the audit trail. */
export async function actsRecorded(reads: ReadDatabase): Promise<string[]> {
  return (await reads.query<{ act: string }>(sql`SELECT DISTINCT act AS "act" FROM audit_entry ORDER BY act`)).map(
    ({ act }) => act,
  );
}

type StoredRow = Omit<AuditRow, 'detail'> & { readonly detail: string };

function readable(row: StoredRow): AuditRow {
  return { ...row, at: Number(row.at), detail: storedObject<Record<string, unknown>>(row.detail) };
}

function matching({ person, act, subject, thing, from, until }: AuditFilter): Sql {
  return sql`FROM audit_entry WHERE 1 = 1
    ${person === '' ? empty : sql`AND lower(actor_name) LIKE ${likeOf(person)} ESCAPE '!'`}
    ${act === '' ? empty : sql`AND act = ${act}`}
    ${subject === '' ? empty : sql`AND lower(subject_label) LIKE ${likeOf(subject)} ESCAPE '!'`}
    ${thing === '' ? empty : sql`AND subject_id = ${thing}`}
    ${from === null ? empty : sql`AND at >= ${instantOf(from, '00:00')}`}
    ${until === null ? empty : sql`AND at < ${instantOf(until, '00:00') + A_DAY}`}`;
}

/** The academy's zone has had no change of clocks since 1991. */
const likeOf = (typed: string): string => `%${typed.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
