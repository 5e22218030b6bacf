/*
 * How the first timetable prevented double bookings: replaced by `0110-sessions-hold-what-they-need`, and kept for that
 * migration's `down`.
 */

/** Milliseconds: a day, so that a search for overlapping sessions need look back only one day. */
const LONGEST_SESSION = 86_400_000;
export const SESSION_LENGTH_CHECK = `"ends_at" > "starts_at" AND "ends_at" - "starts_at" <= ${LONGEST_SESSION}`;

/** What two sessions cannot share at the same time. */
export const HELD_BY_SESSIONS = ['room_id', 'instructor_id', 'cohort_id'] as const;
type HeldColumn = (typeof HELD_BY_SESSIONS)[number];

/** PostgreSQL's exclusion constraint. Needs the extension `btree_gist`, which the owner of a database may create. */
export function exclusionOf(column: HeldColumn): string {
  return `USING gist ("${column}" WITH =, int8range("starts_at", "ends_at") WITH &&) WHERE ("state" <> 'cancelled')`;
}

export function exclusionName(column: HeldColumn): string {
  return `ex_session_${column}`;
}

/**
 * SQLite's triggers for the same: they raise `ex_session_<column>`. A migration that rebuilds the table must recreate
 * them.
 */
export function triggersOf(column: HeldColumn): string[] {
  const refuse = `
    BEGIN
      SELECT RAISE(ABORT, '${exclusionName(column)}') WHERE EXISTS (
        SELECT 1 FROM "session" other
        WHERE other."${column}" = NEW."${column}" AND other."id" <> NEW."id" AND other."state" <> 'cancelled'
          AND other."starts_at" > NEW."starts_at" - ${LONGEST_SESSION} AND other."starts_at" < NEW."ends_at" AND other."ends_at" > NEW."starts_at");
    END`;
  return [
    `CREATE TRIGGER "${exclusionName(column)}_insert" BEFORE INSERT ON "session" WHEN NEW."state" <> 'cancelled' ${refuse}`,
    `CREATE TRIGGER "${exclusionName(column)}_update" BEFORE UPDATE OF "${column}", "starts_at", "ends_at", "state" ON "session" WHEN NEW."state" <> 'cancelled' ${refuse}`,
  ];
}
