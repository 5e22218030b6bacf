import sql, { type Sql } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { ShareScope } from '../../core/index.js';

export interface ShareLinkRow {
  readonly id: string;
  readonly certificateId: string;
  readonly label: string;
  readonly scope: ShareScope;
  readonly createdAt: number;
  readonly expiresAt: number;
  readonly revokedAt: number | null;
  readonly views: number;
  readonly lastViewedAt: number | null;
}

/** Of one certificate, newest first. */
export const linksOf = (query: QueryFunction, certificateId: string): Promise<ShareLinkRow[]> =>
  links(query, sql`s.certificate_id = ${certificateId}`);

export async function linkByHash(query: QueryFunction, secretHash: string): Promise<ShareLinkRow | null> {
  return (await links(query, sql`s.secret_hash = ${secretHash}`))[0] ?? null;
}

async function links(query: QueryFunction, where: Sql): Promise<ShareLinkRow[]> {
  const rows = await query<ShareLinkRow>(sql`
    SELECT s.id AS "id", s.certificate_id AS "certificateId", s.label AS "label", s.scope AS "scope", s.created_at AS "createdAt", s.expires_at AS "expiresAt",
      s.revoked_at AS "revokedAt", (SELECT COUNT(*) FROM certificate_view v WHERE v.share_link_id = s.id) AS "views",
      (SELECT MAX(v.at) FROM certificate_view v WHERE v.share_link_id = s.id) AS "lastViewedAt"
    FROM share_link s WHERE ${where} ORDER BY s.created_at DESC, s.id DESC`);
  return rows.map((row) => ({
    ...row,
    createdAt: Number(row.createdAt),
    expiresAt: Number(row.expiresAt),
    revokedAt: row.revokedAt === null ? null : Number(row.revokedAt),
    views: Number(row.views),
    lastViewedAt: row.lastViewedAt === null ? null : Number(row.lastViewedAt),
  }));
}
