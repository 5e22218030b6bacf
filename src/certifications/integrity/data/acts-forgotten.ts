import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';

export interface ForgottenAct {
  readonly number: string;
  /** As in the audit trail. */
  readonly act: string;
}

/**
 * Valid certificates that were revoked or replaced according to the audit trail, singly or in bulk.
 */
export function actsForgotten(query: QueryFunction): Promise<ForgottenAct[]> {
  return query<ForgottenAct>(sql`
    SELECT DISTINCT k.number AS "number", a.act AS "act" FROM audit_entry a JOIN certificate k ON CAST(k.id AS TEXT) = a.subject_id
    WHERE a.act IN ('certificate.revoked', 'certificate.superseded', 'certificate.reissued') AND a.subject_type = 'certificate' AND k.state = 'valid'
    ORDER BY k.number`);
}
