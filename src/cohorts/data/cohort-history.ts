import sql from 'sql-template-tag';
import type { ReadDatabase } from '../../platform/index.js';

export interface CohortEvent {
  readonly at: number;
  readonly act: string;
  readonly actorName: string;
  readonly detail: string;
}

/** Latest first. */
export function cohortHistory(reads: ReadDatabase, cohortId: string): Promise<CohortEvent[]> {
  return reads.query(sql`
    SELECT at AS "at", act AS "act", actor_name AS "actorName", detail AS "detail" FROM audit_entry
    WHERE subject_type = 'cohort' AND subject_id = ${cohortId} ORDER BY at DESC, id DESC LIMIT 50`);
}
