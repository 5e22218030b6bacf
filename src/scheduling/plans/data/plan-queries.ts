import sql, { empty, join } from 'sql-template-tag';
import { type QueryFunction, type ReadDatabase, storedObject } from '../../../platform/index.js';
import type { SessionSlot } from '../../core/index.js';
import type { ChangeKind, PlanOrigin, PlanState } from './timetable-plan.entity.js';

export interface PlanRow {
  readonly id: string;
  readonly title: string;
  readonly origin: PlanOrigin;
  readonly state: PlanState;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly openedBy: string | null;
  readonly changes: number;
  readonly about: Record<string, unknown> | null;
}

/** One change of a plan. */
export interface PlannedRow {
  readonly id: string;
  readonly kind: ChangeKind;
  readonly cohortId: string;
  readonly cohort: string;
  readonly sessionId: string | null;
  /** Null for a session that does not exist yet. */
  readonly number: number | null;
  readonly seenSequence: number | null;
  readonly seen: SessionSlot | null;
  readonly wanted: SessionSlot | null;
  readonly reason: string | null;
}

export interface PlanFilter {
  readonly q: string;
  readonly state: PlanState | null;
  readonly page: number;
  readonly size: number;
}

type FlatPlan = Omit<PlanRow, 'about'> & { readonly about: string | null };

const PLAN = sql`
  SELECT p.id AS "id", p.title AS "title", p.origin AS "origin", p.state AS "state", p.opened_at AS "openedAt", p.closed_at AS "closedAt", a.name AS "openedBy",
    p.about AS "about", (SELECT COUNT(*) FROM planned_change c WHERE c.plan_id = p.id) AS "changes"
  FROM timetable_plan p LEFT JOIN account a ON a.id = p.opened_by`;

/** Open plans first, then newest first. Searches title, creator and cohorts. */
export async function planFilter(
  reads: ReadDatabase,
  { q, state, page, size }: PlanFilter,
): Promise<{ rows: PlanRow[]; count: number }> {
  const like = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const conditions = [
    sql`1 = 1`,
    state === null ? empty : sql`p.state = ${state}`,
    q === ''
      ? empty
      : sql`(lower(p.title) LIKE ${like} ESCAPE '\\' OR lower(a.name) LIKE ${like} ESCAPE '\\' OR EXISTS (
      SELECT 1 FROM planned_change c JOIN cohort h ON h.id = c.cohort_id WHERE c.plan_id = p.id AND lower(h.code) LIKE ${like} ESCAPE '\\'))`,
  ].filter((one) => one !== empty);
  const where = join(conditions, ' AND ');
  const count = await reads.count(
    sql`SELECT COUNT(*) AS "count" FROM timetable_plan p LEFT JOIN account a ON a.id = p.opened_by WHERE ${where}`,
  );
  const here = Math.min(page, Math.max(1, Math.ceil(count / size)));
  const rows = await reads.query<FlatPlan>(
    sql`${PLAN} WHERE ${where} ORDER BY CASE p.state WHEN 'open' THEN 0 ELSE 1 END, p.opened_at DESC, p.id LIMIT ${size} OFFSET ${(here - 1) * size}`,
  );
  return { rows: rows.map(planOf), count };
}

export async function planById(query: QueryFunction, id: string): Promise<PlanRow | null> {
  const [row] = await query<FlatPlan>(sql`${PLAN} WHERE p.id = ${id}`);
  return row ? planOf(row) : null;
}

export async function plannedRows(query: QueryFunction, planId: string): Promise<PlannedRow[]> {
  const rows = await query<Omit<PlannedRow, 'seen' | 'wanted'> & { seen: string | null; wanted: string | null }>(sql`
    SELECT c.id AS "id", c.kind AS "kind", c.cohort_id AS "cohortId", h.code AS "cohort", c.session_id AS "sessionId", s.number AS "number",
      c.seen_sequence AS "seenSequence", c.seen AS "seen", c.wanted AS "wanted", c.reason AS "reason"
    FROM planned_change c JOIN cohort h ON h.id = c.cohort_id LEFT JOIN session s ON s.id = c.session_id WHERE c.plan_id = ${planId}`);
  return rows
    .map((row) => ({ ...row, seen: placeIn(row.seen), wanted: placeIn(row.wanted) }))
    .sort((a, b) => startOf(a) - startOf(b) || (a.id < b.id ? -1 : 1));
}

function planOf(row: FlatPlan): PlanRow {
  return { ...row, about: row.about === null ? null : storedObject<Record<string, unknown>>(row.about) };
}

function placeIn(text: string | null): SessionSlot | null {
  return text === null ? null : storedObject<SessionSlot>(text);
}

function startOf({ seen, wanted }: PlannedRow): number {
  return (seen ?? wanted)?.startsAt ?? 0;
}
