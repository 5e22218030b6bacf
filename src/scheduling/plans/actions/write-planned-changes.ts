import { In } from 'typeorm';
import { newId, NotFound, type Transaction } from '../../../platform/index.js';
import { cohortForTimetable, slotOfRow, type SessionChange, type SessionRow, sessionFilter } from '../../core/index.js';
import { PlannedChange } from '../data/timetable-plan.entity.js';

/**
 * Writes changes into a plan, replacing earlier changes of the same sessions.
 * @throws NotFound for an unknown session or cohort
 */
export async function writePlannedChanges(
  tx: Transaction,
  planId: string,
  changes: readonly SessionChange[],
): Promise<void> {
  const { query } = tx;
  const ids = changes.flatMap((change) => (change.kind === 'place' ? [] : [change.sessionId]));
  const sessions = new Map((await sessionFilter(query, { ids, withCancelled: true })).map((row) => [row.id, row]));
  if (ids.some((id) => !sessions.has(id))) throw new NotFound();
  for (const change of changes)
    if (change.kind === 'place' && !(await cohortForTimetable(query, { id: change.cohortId }))) throw new NotFound();
  if (ids.length > 0) await tx.of(PlannedChange).delete({ planId, sessionId: In(ids) });
  const rows = changes.map((change) => ({
    id: newId(),
    planId,
    changedAt: tx.now,
    ...written(change, change.kind === 'place' ? null : (sessions.get(change.sessionId) ?? null)),
  }));
  if (rows.length > 0) await tx.of(PlannedChange).insert(rows);
}

function written(
  change: SessionChange,
  session: SessionRow | null,
): Omit<PlannedChange, 'id' | 'planId' | 'changedAt'> {
  return {
    kind: change.kind,
    cohortId: change.kind === 'place' ? change.cohortId : (session?.cohortId ?? ''),
    sessionId: session?.id ?? null,
    seenSequence: change.kind === 'place' ? null : (change.seenSequence ?? session?.sequence ?? null),
    seen: session && slotOfRow(session),
    wanted: change.kind === 'cancel' ? null : change.slot,
    reason: change.kind === 'cancel' ? change.reason : null,
  };
}
