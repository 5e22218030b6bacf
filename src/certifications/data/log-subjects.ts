import sql, { join } from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { CertificateFacts } from '../domain/facts.js';
import type { LogEntryFacts, LogEventKind } from '../log/entry.js';
import { type FrozenRecord, recordHash } from '../log/record.js';

/** A certificate's row as the log speaks of it. */
export interface LoggedRecord extends FrozenRecord {
  readonly state: string;
  readonly revokedAt: number | null;
  readonly reason: string | null;
}

type Extra = Pick<LogEntryFacts, 'record' | 'reason'>;
const AT_ONCE = 500;

/** What entries say beside the credential, in the order of the events. */
export async function loggedAbout(ask: Ask, events: readonly { readonly certificateId: string; readonly kind: LogEventKind }[]): Promise<Extra[]> {
  const records = new Map((await recordsOf(ask, events.map(({ certificateId }) => certificateId))).map((row) => [row.id, row]));
  return events.map(({ certificateId, kind }) => {
    const row = records.get(certificateId);
    if (!row) throw new Error(`There is no certificate ${certificateId} to log`);
    if (kind === 'issue') return { record: recordHash(row) };
    return kind === 'revoke' ? { reason: row.reason } : {};
  });
}

export async function recordsOf(ask: Ask, ids: readonly string[]): Promise<LoggedRecord[]> {
  const found: LoggedRecord[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) found.push(...(await records(ask, sql`WHERE id IN (${join(ids.slice(from, from + AT_ONCE))}) ORDER BY id`)));
  return found;
}

/** The next certificates by id, at most so many. */
export const recordsAfter = (ask: Ask, id: string, count: number): Promise<LoggedRecord[]> => records(ask, sql`WHERE id > ${id} ORDER BY id LIMIT ${count}`);

async function records(ask: Ask, which: ReturnType<typeof sql>): Promise<LoggedRecord[]> {
  const rows = await ask<Omit<LoggedRecord, 'facts'> & { facts: string }>(sql`
    SELECT id AS "id", number AS "number", number_key AS "numberKey", token AS "token", enrolment_id AS "enrolmentId", trainee_id AS "traineeId",
      achievement_id AS "achievementId", template_version AS "templateVersion", recipient_name AS "recipientName", recipient_latin_name AS "recipientLatinName",
      facts AS "facts", issued_on AS "issuedOn", expires_on AS "expiresOn", issued_at AS "issuedAt", supersedes_id AS "supersedesId",
      state AS "state", revoked_at AS "revokedAt", reason AS "reason"
    FROM certificate ${which}`);
  return rows.map((row) => ({ ...row, facts: JSON.parse(row.facts) as CertificateFacts, issuedAt: Number(row.issuedAt), revokedAt: row.revokedAt === null ? null : Number(row.revokedAt) }));
}
