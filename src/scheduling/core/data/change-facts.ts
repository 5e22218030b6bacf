import sql, { join } from 'sql-template-tag';
import { type QueryFunction, dayOf, daysAfter, instantOf, newId } from '../../../platform/index.js';
import type { ChangedCohort, ChangeInHand, SessionChange, StandingSession } from '../domain/change-set.js';
import type { SessionSlot } from '../domain/placed-session.js';
import type { Timetable } from '../domain/timetable.js';
import { timetableOf } from './placed-sessions.js';
import { cohortForTimetable } from './timetable-facts.js';
import { sessionFilter, type SessionRow } from './timetable-queries.js';

export interface ChangeFacts {
  readonly timetable: Timetable;
  /** In the order of the changes, without those of unknown sessions or cohorts. */
  readonly inHand: readonly ChangeInHand[];
}

/** The facts for checking changes: the weeks they touch, resources, and the current sessions. */
export async function changeFacts(
  query: QueryFunction,
  changes: readonly SessionChange[],
  now: number,
): Promise<ChangeFacts> {
  const ids = changes.flatMap((change) => (change.kind === 'place' ? [] : [change.sessionId]));
  const standing = new Map((await sessionFilter(query, { ids, withCancelled: true })).map((row) => [row.id, row]));
  const cohorts = await cohortsOf(query, [
    ...new Set(
      changes.flatMap((change) =>
        change.kind === 'place' ? change.cohortId : (standing.get(change.sessionId)?.cohortId ?? []),
      ),
    ),
  ]);
  const numbers = await lastNumbers(query, [...cohorts.keys()]);
  const inHand = changes.flatMap((change): ChangeInHand[] => {
    const row = change.kind === 'place' ? null : (standing.get(change.sessionId) ?? null);
    const cohort = cohorts.get(change.kind === 'place' ? change.cohortId : (row?.cohortId ?? ''));
    if (!cohort || (change.kind !== 'place' && !row)) return [];
    if (row) return [{ id: row.id, number: row.number, change, cohort, session: standingSession(row) }];
    const number = (numbers.get(cohort.id) ?? 0) + 1;
    numbers.set(cohort.id, number);
    return [{ id: newId(), number, change, cohort, session: null }];
  });
  return { timetable: await timetableAround(query, inHand, now), inHand };
}

/** All resources named by the changes, in whole weeks because weekly hours are checked too. */
async function timetableAround(query: QueryFunction, inHand: readonly ChangeInHand[], now: number): Promise<Timetable> {
  const spans = placesOf(inHand);
  const named = [...spans, ...inHand.flatMap(({ session }) => session?.slot ?? [])];
  const holderIds = new Set([...inHand.map(({ cohort }) => cohort.id), ...named.flatMap(holdersIn)]);
  const first = dayOf(Math.min(...spans.map((span) => span.startsAt), ...(spans.length === 0 ? [now] : [])));
  const last = dayOf(Math.max(...spans.map((span) => span.endsAt), ...(spans.length === 0 ? [now] : [])));
  return timetableOf(query, [...holderIds], {
    span: { startsAt: instantOf(daysAfter(first, -7), '00:00'), endsAt: instantOf(daysAfter(last, 8), '00:00') },
    now,
  });
}

function holdersIn({ roomId, instructors, licences }: SessionSlot): string[] {
  return [
    ...(roomId === null ? [] : [roomId]),
    ...instructors.map((one) => one.instructorId),
    ...licences.map((one) => one.poolId),
  ];
}

function placesOf(inHand: readonly ChangeInHand[]): SessionSlot[] {
  return inHand.flatMap(({ change, session }) => {
    if (change.kind === 'cancel') return [];
    const slot = change.slot ?? session?.slot;
    return slot ? [slot] : [];
  });
}

export function slotOfRow({ startsAt, endsAt, roomId, instructors, licences }: SessionRow): SessionSlot {
  return {
    startsAt,
    endsAt,
    roomId,
    instructors: instructors.map(({ id, role }) => ({ instructorId: id, role })),
    licences,
  };
}

function standingSession(row: SessionRow): StandingSession {
  return {
    id: row.id,
    number: row.number,
    state: row.state,
    sequence: row.sequence,
    slot: slotOfRow(row),
    meantDay: row.meantDay,
  };
}

async function cohortsOf(query: QueryFunction, ids: readonly string[]): Promise<Map<string, ChangedCohort>> {
  const found = new Map<string, ChangedCohort>();
  // Sequentially: a transaction has one connection.
  for (const id of ids) {
    const cohort = await cohortForTimetable(query, { id });
    if (cohort) found.set(cohort.id, cohort);
  }
  return found;
}

async function lastNumbers(query: QueryFunction, cohortIds: readonly string[]): Promise<Map<string, number>> {
  if (cohortIds.length === 0) return new Map();
  const rows = await query<{ id: string; last: number }>(
    sql`SELECT cohort_id AS "id", MAX(number) AS "last" FROM session WHERE cohort_id IN (${join([...cohortIds])}) GROUP BY cohort_id`,
  );
  return new Map(rows.map(({ id, last }) => [id, last]));
}
