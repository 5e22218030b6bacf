import sql, { join, type Sql } from 'sql-template-tag';
import type { Outcome } from '../domain/outcomes.js';
import type { Span } from '../domain/spans.js';

/*
 * What counts as trained, certified and placed. Defined once, so that a figure and its list of people cannot disagree.
 * Each selects rows of (id, trainee_id, track_id, label of the span).
 */

/** Enrolments completed, in the span in which their cohort was completed. */
const trained = (spans: Sql): Sql => sql`
  SELECT e.id, e.trainee_id, co.track_id, span.label, 'trained' AS kind
  FROM ${spans} span
  JOIN cohort c ON c.completed_at >= span.from_at AND c.completed_at < span.until_at
  JOIN course co ON co.id = c.course_id
  JOIN enrolment e ON e.cohort_id = c.id AND e.state = 'completed'`;

/**
 * Certificates issued in the span that are neither revoked nor superseded. One without an enrolment belongs to the
 * track of the course that leads to it.
 */
const certified = (spans: Sql): Sql => sql`
  SELECT ce.id, ce.trainee_id, co.track_id, span.label, 'certified' AS kind
  FROM ${spans} span
  JOIN certificate ce ON ce.issued_on >= span.from_day AND ce.issued_on < span.until_day AND ce.state = 'valid'
  LEFT JOIN enrolment e ON e.id = ce.enrolment_id
  LEFT JOIN cohort c ON c.id = e.cohort_id
  LEFT JOIN course co ON co.id = COALESCE(c.course_id,
    (SELECT source.id FROM course source WHERE source.achievement_id = ce.achievement_id ORDER BY source.code LIMIT 1))`;

/**
 * Placements that began in the span, of people who had completed a cohort by then; without a track of their own they
 * belong to that of the last completed cohort.
 */
const placed = (spans: Sql): Sql => sql`
  SELECT p.id, p.trainee_id, COALESCE(p.track_id, (
    SELECT co.track_id FROM enrolment e JOIN cohort c ON c.id = e.cohort_id JOIN course co ON co.id = c.course_id
    WHERE e.trainee_id = p.trainee_id AND e.state = 'completed' AND c.ends_on <= p.started_on
    ORDER BY c.ends_on DESC, c.code LIMIT 1)) AS track_id, span.label, 'placed' AS kind
  FROM ${spans} span
  JOIN placement p ON p.started_on >= span.from_day AND p.started_on < span.until_day
  WHERE EXISTS (SELECT 1 FROM enrolment e JOIN cohort c ON c.id = e.cohort_id
    WHERE e.trainee_id = p.trainee_id AND e.state = 'completed' AND c.ends_on <= p.started_on)`;

const ROWS: Readonly<Record<Outcome, (spans: Sql) => Sql>> = { trained, certified, placed };

/** The rows behind one outcome's figure. The spans must not overlap. */
export function outcomeRows(kind: Outcome, spans: readonly Span[]): Sql {
  return ROWS[kind](spanTable(spans));
}

function spanTable(spans: readonly Span[]): Sql {
  const rows = spans.map(
    ({ label, fromDay, untilDay, fromAt, untilAt }) => sql`
    SELECT CAST(${label} AS varchar(10)) AS label, CAST(${fromDay} AS varchar(10)) AS from_day, CAST(${untilDay} AS varchar(10)) AS until_day,
      CAST(${fromAt} AS bigint) AS from_at, CAST(${untilAt} AS bigint) AS until_at`,
  );
  return sql`(${join(rows, ' UNION ALL ')})`;
}
