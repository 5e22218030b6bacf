import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface ActForgotten {
  readonly number: string;
  /** As the audit trail names it. */
  readonly act: string;
}

/**
 * Certificates that are valid, though the audit trail tells that they were revoked or replaced:
 * acts on one, and on many at once.
 */
export function actsForgotten(query: QueryFunction): Promise<ActForgotten[]> {
  return query<ActForgotten>(sql`
    SELECT DISTINCT k.number AS "number", a.act AS "act" FROM audit_entry a JOIN certificate k ON CAST(k.id AS TEXT) = a.subject_id
    WHERE a.act IN ('certificate.revoked', 'certificate.superseded', 'certificate.reissued') AND a.subject_type = 'certificate' AND k.state = 'valid'
    ORDER BY k.number`);
}
