import sql, { empty, type Sql } from 'sql-template-tag';
import { type CalendarPart, type ReadDatabase, storedList } from '../../platform/index.js';

export interface OutboxFilter {
  readonly q: string;
  readonly state: string;
  readonly page: number;
  readonly size: number;
}

export interface EmailRow {
  readonly id: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly state: string;
  readonly attempts: number;
  readonly createdAt: number;
  readonly sentAt: number | null;
  readonly nextAttemptAt: number;
  /** 1 if the email has a calendar part. */
  readonly carriesCalendar: number;
}

export interface WholeEmail extends EmailRow {
  readonly body: string;
  readonly language: string;
  readonly lastError: string | null;
  readonly calendar: readonly CalendarPart[];
}

const COLUMNS = sql`id AS "id", to_address AS "toAddress", to_name AS "toName", subject AS "subject", state AS "state", attempts AS "attempts",
  created_at AS "createdAt", sent_at AS "sentAt", next_attempt_at AS "nextAttemptAt", CASE WHEN calendar IS NULL THEN 0 ELSE 1 END AS "carriesCalendar"`;

/** One page of emails, newest first, and the count of all matching ones. */
export async function outboxList(
  reads: ReadDatabase,
  filter: OutboxFilter,
): Promise<{ rows: EmailRow[]; count: number }> {
  const from = matching(filter);
  const count = await reads.count(sql`SELECT COUNT(*) AS "n" ${from}`);
  const rows = await reads.query<EmailRow>(
    sql`SELECT ${COLUMNS} ${from} ORDER BY created_at DESC, id DESC LIMIT ${filter.size} OFFSET ${(filter.page - 1) * filter.size}`,
  );
  return { rows: rows.map(numbered), count };
}

export async function emailById(reads: ReadDatabase, id: string): Promise<WholeEmail | null> {
  const row = await reads.first<Omit<WholeEmail, 'calendar'> & { calendar: string | null }>(sql`
    SELECT ${COLUMNS}, body AS "body", language AS "language", last_error AS "lastError", calendar AS "calendar" FROM outbox_message WHERE id = ${id}`);
  return row && { ...numbered(row), calendar: row.calendar === null ? [] : storedList<CalendarPart>(row.calendar) };
}

function matching({ q, state }: OutboxFilter): Sql {
  const like = `%${q.toLowerCase().replace(/[!%_]/g, '!$&')}%`;
  return sql`FROM outbox_message WHERE 1 = 1
    ${q === '' ? empty : sql`AND (lower(to_address) LIKE ${like} ESCAPE '!' OR lower(to_name) LIKE ${like} ESCAPE '!' OR lower(subject) LIKE ${like} ESCAPE '!')`}
    ${state === '' ? empty : sql`AND state = ${state}`}`;
}

function numbered<Row extends EmailRow>(row: Row): Row {
  return {
    ...row,
    createdAt: Number(row.createdAt),
    nextAttemptAt: Number(row.nextAttemptAt),
    sentAt: row.sentAt === null ? null : Number(row.sentAt),
  };
}
