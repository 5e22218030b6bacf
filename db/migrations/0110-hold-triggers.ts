import { HOLD_EXCLUSION_NAME, HOLD_SEATS_NAME, LONGEST_HOLD } from '../../src/scheduling/core/data/double-booking.js';

/*
 * A migration that rebuilds `session_hold` on SQLite must recreate these: a table's triggers are dropped with the
 * table.
 */

/** True if a new hold would exceed a pool's seats, at the hold's start or at another's start within it. */
const TOO_MANY_SEATS = `EXISTS (
  SELECT 1 FROM (
    SELECT NEW.held_from AS at UNION
    SELECT h.held_from FROM session_hold h WHERE h.holder_id = NEW.holder_id AND h.session_id <> NEW.session_id AND h.held_from > NEW.held_from AND h.held_from < NEW.held_until
  ) moment
  WHERE NEW.seats + COALESCE((
    SELECT SUM(o.seats) FROM session_hold o
    WHERE o.holder_id = NEW.holder_id AND o.session_id <> NEW.session_id AND o.held_from > moment.at - ${LONGEST_HOLD} AND o.held_from <= moment.at AND o.held_until > moment.at
  ), 0) > (SELECT pool.seats FROM licence_pool pool WHERE pool.id = NEW.holder_id))`;

const IS_TAKEN = `EXISTS (
  SELECT 1 FROM session_hold other
  WHERE other.holder_id = NEW.holder_id AND other.session_id <> NEW.session_id AND other.overridden = 0
    AND other.held_from > NEW.held_from - ${LONGEST_HOLD} AND other.held_from < NEW.held_until AND other.held_until > NEW.held_from)`;

const EVENTS = [
  ['insert', 'INSERT'],
  ['update', 'UPDATE'],
] as const;

/** SQLite's triggers: they raise the constraints' names. */
export function holdTriggersOnSqlite(): string[] {
  return EVENTS.flatMap(([name, event]) => [
    `CREATE TRIGGER "${HOLD_EXCLUSION_NAME}_${name}" BEFORE ${event} ON "session_hold" WHEN NEW.kind <> 'pool' AND NEW.overridden = 0
      BEGIN SELECT RAISE(ABORT, '${HOLD_EXCLUSION_NAME}') WHERE ${IS_TAKEN}; END`,
    `CREATE TRIGGER "${HOLD_SEATS_NAME}_${name}" BEFORE ${event} ON "session_hold" WHEN NEW.kind = 'pool'
      BEGIN SELECT RAISE(ABORT, '${HOLD_SEATS_NAME}') WHERE ${TOO_MANY_SEATS}; END`,
  ]);
}

/**
 * PostgreSQL counts the seats of a pool under the pool's lock: two transactions that take the last seats wait for each
 * other.
 */
export function holdTriggersOnPostgres(): string[] {
  return [
    `CREATE FUNCTION "${HOLD_SEATS_NAME}"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        PERFORM 1 FROM licence_pool WHERE id = NEW.holder_id FOR UPDATE;
        IF ${TOO_MANY_SEATS} THEN
          RAISE EXCEPTION '${HOLD_SEATS_NAME}' USING ERRCODE = 'check_violation', CONSTRAINT = '${HOLD_SEATS_NAME}';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER "${HOLD_SEATS_NAME}" BEFORE INSERT OR UPDATE ON "session_hold" FOR EACH ROW WHEN (NEW.kind = 'pool') EXECUTE FUNCTION "${HOLD_SEATS_NAME}"()`,
  ];
}

export function holdTriggersDropped(onPostgres: boolean): string[] {
  if (onPostgres) return [`DROP TRIGGER "${HOLD_SEATS_NAME}" ON "session_hold"`, `DROP FUNCTION "${HOLD_SEATS_NAME}"`];
  return EVENTS.flatMap(([name]) => [
    `DROP TRIGGER "${HOLD_EXCLUSION_NAME}_${name}"`,
    `DROP TRIGGER "${HOLD_SEATS_NAME}_${name}"`,
  ]);
}
