import type { Cohort } from '../../../cohorts/index.js';
import type { Transaction } from '../../../platform/index.js';
import type { Instructor } from './instructor.entity.js';
import type { LicencePool } from './licence-pool.entity.js';
import type { Room } from './room.entity.js';
import type { Session } from './session.entity.js';

type Lockable = typeof Cohort | typeof Room | typeof Instructor | typeof LicencePool | typeof Session;

/** Locks rows in order of id, so that transactions cannot deadlock. SQLite has a single writer anyway. */
export async function lockRows(tx: Transaction, entity: Lockable, ids: readonly string[]): Promise<void> {
  if (!tx.isPostgres) return;
  for (const id of [...new Set(ids)].sort()) await tx.lock<{ id: string }>(entity, id);
}
