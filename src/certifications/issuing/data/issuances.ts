import sql, { join } from 'sql-template-tag';
import {
  type Actor,
  type JobState,
  type QueryFunction,
  readUnindexed,
  type Refusal,
  type Transaction,
  storedList,
  storedObject,
} from '../../../platform/index.js';
import type { Bindable } from '../../binding/index.js';
import type { CertificateFacts, ItemState, PrintedResult } from '../../core/index.js';
import { storedNumber } from '../../log/index.js';

export interface IssuanceRow {
  readonly id: string;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly achievementId: string;
  readonly jobId: string;
  readonly facts: Omit<CertificateFacts, 'number' | 'recipient'>;
  /** As the job has it. */
  readonly startedBy: Actor;
  /** Somebody has stopped it. */
  readonly isStopped: boolean;
  readonly isJobDone: boolean;
  /** What its binding covers. */
  readonly bound: Bindable;
}

export async function issuanceById(query: QueryFunction, id: string): Promise<IssuanceRow | null> {
  const [row] = await query<StoredIssuance>(sql`
    SELECT i.id AS "id", i.cohort_id AS "cohortId", c.code AS "cohortCode", i.achievement_id AS "achievementId", i.job_id AS "jobId", i.facts AS "facts",
      i.started_at AS "startedAt", i.actor_name AS "actorName", j.actor AS "actor", j.state AS "jobState"
    FROM issuance i JOIN cohort c ON c.id = i.cohort_id JOIN job j ON j.id = i.job_id WHERE i.id = ${id}`);
  if (!row) return null;
  const { facts, startedAt, actorName, actor, jobState, ...rest } = row;
  return {
    ...rest,
    facts: storedObject<IssuanceRow['facts']>(facts),
    startedBy: storedObject<Actor>(actor),
    isStopped: jobState === 'stopped',
    isJobDone: jobState === 'done',
    bound: boundIssuance({ ...rest, facts, startedAt: storedNumber(startedAt), actorName, actor }),
  };
}

interface StoredIssuance extends Omit<IssuanceRow, 'facts' | 'startedBy' | 'isStopped' | 'isJobDone' | 'bound'> {
  readonly facts: string;
  readonly startedAt: number;
  readonly actorName: string;
  readonly actor: string;
  readonly jobState: JobState;
}

/**
 * Who began it counts as well; whether somebody has stopped it is in the register's state.
 * @param facts, actor the texts that are stored
 */
export function boundIssuance({
  id,
  cohortId,
  achievementId,
  jobId,
  facts,
  startedAt,
  actorName,
  actor,
}: Omit<StoredIssuance, 'cohortCode' | 'jobState'>): Bindable {
  return { id, cells: [cohortId, achievementId, jobId, facts, startedAt, actorName, actor] };
}

export interface ItemRow {
  readonly id: string;
  readonly issuanceId: string;
  readonly position: number;
  readonly enrolmentId: string;
  readonly traineeId: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly number: string;
  readonly token: string;
  readonly subjectUrn: string;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly seen: string | null;
  readonly state: ItemState;
  readonly reasons: readonly Refusal[] | null;
  readonly results: readonly PrintedResult[];
  readonly email: string | null;
  /** What its binding covers while it waits. */
  readonly bound: Bindable;
}

/** The items of an issue in their order, or only those in one state and at most so many. */
export async function itemsOf(
  query: QueryFunction,
  issuanceId: string,
  { state = null, most = 100_000 }: { readonly state?: ItemState | null; readonly most?: number } = {},
): Promise<ItemRow[]> {
  const rows = await query<
    Omit<ItemRow, 'reasons' | 'results' | 'bound'> & { reasons: string | null; results: string | null }
  >(sql`
    SELECT i.id AS "id", i.issuance_id AS "issuanceId", i.position AS "position", i.enrolment_id AS "enrolmentId", i.trainee_id AS "traineeId", i.name AS "name", i.latin_name AS "latinName",
      i.number AS "number", i.token AS "token", i.subject_urn AS "subjectUrn", i.status_list AS "statusList", i.status_index AS "statusIndex",
      i.seen AS "seen", i.state AS "state", i.reasons AS "reasons", COALESCE(a.email, t.email) AS "email", r.results AS "results"
    FROM issuance_item i LEFT JOIN issuance_result r ON r.item_id = i.id JOIN trainee t ON t.id = i.trainee_id LEFT JOIN account a ON a.id = t.account_id
    WHERE i.issuance_id = ${issuanceId} ${state === null ? sql`` : sql`AND i.state = ${state}`} ORDER BY i.position LIMIT ${most}`);
  return rows.map((row) => ({
    ...row,
    reasons: row.reasons === null ? null : storedList<Refusal>(row.reasons),
    results: row.results === null ? [] : storedList<PrintedResult>(row.results),
    bound: boundItem(row),
  }));
}

export async function waitingIds(query: QueryFunction, issuanceId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    sql`SELECT id AS "id" FROM issuance_item WHERE issuance_id = ${issuanceId} AND state = 'waiting'`,
  );
  return rows.map(({ id }) => id);
}

/** Those among enrolments for which a certificate is being issued, read without an index. */
export async function plannedEnrolments(tx: Transaction, enrolmentIds: readonly string[]): Promise<string[]> {
  const rows = await readUnindexed<{ id: string }>(
    tx,
    (unindexed) => sql`
      SELECT enrolment_id AS "id" FROM issuance_item ${unindexed}
      WHERE state = 'waiting' AND enrolment_id IN (${join([...enrolmentIds])})`,
  );
  return rows.map(({ id }) => id);
}

/** Voids the items of an issue that have no certificate and were not refused, whatever else their rows say. */
export async function voidItemsLeft(tx: Transaction, issuanceId: string): Promise<void> {
  await tx.query(sql`
    UPDATE issuance_item SET state = 'void', settled_at = ${tx.now} WHERE issuance_id = ${issuanceId} AND state IN ('waiting', 'issued')
      AND NOT EXISTS (SELECT 1 FROM certificate k WHERE k.id = issuance_item.id)`);
}

/** @param results the text that is stored */
export function boundItem({ id, results, ...item }: BoundItem): Bindable {
  const {
    issuanceId,
    position,
    enrolmentId,
    traineeId,
    name,
    latinName,
    number,
    token,
    subjectUrn,
    statusList,
    statusIndex,
    seen,
  } = item;
  return {
    id,
    cells: [
      issuanceId,
      position,
      enrolmentId,
      traineeId,
      name,
      latinName,
      number,
      token,
      subjectUrn,
      statusList,
      statusIndex,
      results,
      ...(seen === null ? [] : [seen]),
    ],
  };
}

type BoundItem = Omit<ItemRow, 'state' | 'reasons' | 'email' | 'results' | 'bound'> & {
  readonly results: string | null;
};

/** The newest issue of a cohort that still has certificates to issue. */
export async function issuanceUnderWay(query: QueryFunction, cohortId: string): Promise<string | null> {
  const [row] = await query<{ id: string }>(sql`
    SELECT i.id AS "id" FROM issuance i WHERE i.cohort_id = ${cohortId} AND EXISTS (SELECT 1 FROM issuance_item t WHERE t.issuance_id = i.id AND t.state = 'waiting')
    ORDER BY i.started_at DESC, i.id DESC LIMIT 1`);
  return row?.id ?? null;
}

export async function countSettled(query: QueryFunction, issuanceId: string): Promise<number> {
  const [row] = await query<{ settled: number }>(
    sql`SELECT COUNT(*) AS "settled" FROM issuance_item WHERE issuance_id = ${issuanceId} AND state <> 'waiting'`,
  );
  return Number(row?.settled ?? 0);
}

/** Number of certificates issued, and of those notified by email. */
export async function issuedBy(
  query: QueryFunction,
  issuanceId: string,
): Promise<{ readonly count: number; readonly mailed: number }> {
  const [row] = await query<{ count: number; mailed: number }>(sql`
    SELECT COUNT(*) AS "count", COUNT(COALESCE(a.email, t.email)) AS "mailed"
    FROM issuance_item i JOIN trainee t ON t.id = i.trainee_id LEFT JOIN account a ON a.id = t.account_id WHERE i.issuance_id = ${issuanceId} AND i.state = 'issued'`);
  return { count: Number(row?.count ?? 0), mailed: Number(row?.mailed ?? 0) };
}
