import sql from 'sql-template-tag';
import { IsNull } from 'typeorm';
import { type QueryFunction, dayOf, newId, type Transaction } from '../../../platform/index.js';
import type { Alarm } from '../domain/try-limits.js';
import { VerificationAlarm } from './verification-alarm.entity.js';

export interface AlarmRow {
  readonly reason: Alarm;
  readonly misses: number;
  readonly withheld: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

/** Raises or updates an employer's alarm of the day. An alarm marked as seen stays so for its day. */
export async function raiseAlarm(
  tx: Transaction,
  {
    employerId,
    reason,
    misses,
    withheld,
  }: { readonly employerId: string } & Pick<AlarmRow, 'reason' | 'misses' | 'withheld'>,
): Promise<void> {
  await tx.query(sql`
    INSERT INTO verification_alarm (id, employer_id, day, reason, misses, withheld, first_at, last_at)
    VALUES (${newId()}, ${employerId}, ${dayOf(tx.now)}, ${reason}, ${misses}, ${withheld}, ${tx.now}, ${tx.now})
    ON CONFLICT (employer_id, day, reason) DO UPDATE SET misses = excluded.misses, withheld = verification_alarm.withheld + excluded.withheld, last_at = excluded.last_at`);
}

/** Unseen alarms of an employer, newest first. */
export async function alarmsOf(query: QueryFunction, employerId: string): Promise<AlarmRow[]> {
  const rows = await query<AlarmRow>(sql`
    SELECT reason AS "reason", misses AS "misses", withheld AS "withheld", first_at AS "firstAt", last_at AS "lastAt"
    FROM verification_alarm WHERE employer_id = ${employerId} AND seen_at IS NULL ORDER BY last_at DESC, reason`);
  return rows.map((row) => ({ ...row, firstAt: Number(row.firstAt), lastAt: Number(row.lastAt) }));
}

/** Marks an employer's alarms as seen and returns their number. */
export async function markAlarmsSeen(tx: Transaction, employerId: string): Promise<number> {
  const alarms = tx.of(VerificationAlarm);
  const unseen = await alarms.findBy({ employerId, seenAt: IsNull() });
  for (const { id } of unseen) await alarms.update({ id }, { seenAt: tx.now, seenByName: tx.actor.name });
  return unseen.length;
}
