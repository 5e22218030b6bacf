import sql, { join, type Sql } from 'sql-template-tag';
import { type QueryFunction, storedObject } from '../../../platform/index.js';
import type { CertificateFacts } from '../domain/facts.js';
import type { ReasonClass } from '../domain/reason-classes.js';
import type { CertificateEventKind, CertificateState } from '../domain/status.js';

/** A certificate with its facts and its neighbours in time. */
export interface CertificateRow {
  readonly id: string;
  readonly token: string;
  readonly traineeId: string;
  readonly enrolmentId: string | null;
  readonly achievementId: string;
  readonly facts: CertificateFacts;
  readonly state: CertificateState;
  readonly issuedAt: number;
  readonly expiresOn: string | null;
  readonly revokedAt: number | null;
  readonly reason: string | null;
  /** Whether its holder hides it now. */
  readonly hidden: boolean;
  /** Whether its signed documents exist. */
  readonly sealed: boolean;
  readonly replacedBy: Neighbour | null;
  readonly replaces: Neighbour | null;
}

/** Predecessor or successor of a certificate. */
export interface Neighbour {
  readonly id: string;
  readonly token: string;
  readonly number: string;
  /** The later one is a renewal and does not replace the earlier one. */
  readonly byRenewal: boolean;
}

interface StoredRow extends Omit<CertificateRow, 'facts' | 'hidden' | 'sealed' | 'replacedBy' | 'replaces'> {
  readonly facts: string;
  readonly hiddenId: string | null;
  readonly sealId: string | null;
  readonly nextId: string | null;
  readonly nextToken: string | null;
  readonly nextNumber: string | null;
  readonly nextByRenewal: number;
  readonly lastId: string | null;
  readonly lastToken: string | null;
  readonly lastNumber: string | null;
  readonly lastByRenewal: number;
}

export async function certificateById(query: QueryFunction, id: string): Promise<CertificateRow | null> {
  return (await all(query, sql`k.id = ${id}`))[0] ?? null;
}

/** Ids of the certificates of an account's trainee, newest first. */
export async function certificatesOfAccount(query: QueryFunction, accountId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(sql`
    SELECT k.id AS "id" FROM certificate k JOIN trainee t ON t.id = k.trainee_id
    WHERE t.account_id = ${accountId} ORDER BY k.issued_at DESC, k.id`);
  return rows.map(({ id }) => id);
}

export interface EventRow {
  readonly at: number;
  readonly kind: CertificateEventKind;
  readonly reason: string | null;
  /** `null` if none was stored. */
  readonly reasonClass: ReasonClass | null;
  readonly actorName: string;
}

/** Ids of the certificates that trainees have by their rows, which may say anything: who builds on one checks it. */
export async function certificatesOfTrainees(query: QueryFunction, traineeIds: readonly string[]): Promise<string[]> {
  if (traineeIds.length === 0) return [];
  const rows = await query<{ id: string }>(
    sql`SELECT id AS "id" FROM certificate WHERE trainee_id IN (${join([...traineeIds])})`,
  );
  return rows.map(({ id }) => id);
}

/** 1 where the certificate that follows this one renews it. */
const renewed = (id: Sql): Sql =>
  sql`CASE WHEN EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = ${id} AND e.kind = 'renewed') THEN 1 ELSE 0 END`;

async function all(query: QueryFunction, where: Sql): Promise<CertificateRow[]> {
  const rows = await query<StoredRow>(sql`
    SELECT k.id AS "id", k.token AS "token", k.trainee_id AS "traineeId", k.enrolment_id AS "enrolmentId", k.achievement_id AS "achievementId", k.facts AS "facts",
      k.state AS "state", k.issued_at AS "issuedAt", k.expires_on AS "expiresOn", k.revoked_at AS "revokedAt", k.reason AS "reason", h.id AS "hiddenId", s.certificate_id AS "sealId",
      n.id AS "nextId", n.token AS "nextToken", n.number AS "nextNumber", ${renewed(sql`k.id`)} AS "nextByRenewal", p.id AS "lastId", p.token AS "lastToken", p.number AS "lastNumber", ${renewed(sql`p.id`)} AS "lastByRenewal"
    FROM certificate k LEFT JOIN certificate n ON n.supersedes_id = k.id LEFT JOIN certificate p ON p.id = k.supersedes_id
      LEFT JOIN certificate_hiding h ON h.certificate_id = k.id AND h.shown_at IS NULL LEFT JOIN certificate_seal s ON s.certificate_id = k.id
    WHERE ${where} ORDER BY k.issued_at DESC, k.id`);
  return rows.map(
    ({
      hiddenId,
      sealId,
      nextId,
      nextToken,
      nextNumber,
      nextByRenewal,
      lastId,
      lastToken,
      lastNumber,
      lastByRenewal,
      ...row
    }) => ({
      ...row,
      facts: storedObject<CertificateFacts>(row.facts),
      hidden: hiddenId !== null,
      sealed: sealId !== null,
      issuedAt: Number(row.issuedAt),
      revokedAt: row.revokedAt === null ? null : Number(row.revokedAt),
      replacedBy:
        nextId === null
          ? null
          : { id: nextId, token: nextToken ?? '', number: nextNumber ?? '', byRenewal: nextByRenewal === 1 },
      replaces:
        lastId === null
          ? null
          : { id: lastId, token: lastToken ?? '', number: lastNumber ?? '', byRenewal: lastByRenewal === 1 },
    }),
  );
}
