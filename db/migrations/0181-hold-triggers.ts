import { HOLD_EXCLUSION_NAME, LONGEST_HOLD } from '../../src/scheduling/core/data/double-booking.js';

/*
 * Prevents double bookings by any writer. A migration that rebuilds `session_hold` on SQLite must recreate these, with
 * those of 0110 that count seats: a table's triggers are dropped with the table.
 */

const isTaken = (others: string): string => `EXISTS (
  SELECT 1 FROM session_hold other
  WHERE other.holder_id = NEW.holder_id AND other.session_id <> NEW.session_id ${others}
    AND other.held_from > NEW.held_from - ${LONGEST_HOLD} AND other.held_from < NEW.held_until AND other.held_until > NEW.held_from)`;

const EVENTS = [
  ['insert', 'INSERT'],
  ['update', 'UPDATE'],
] as const;

/** SQLite: a hold marked as overridden is refused like one that overlaps. */
export function aloneTriggersOnSqlite(): string[] {
  return EVENTS.map(
    ([
      name,
      event,
    ]) => `CREATE TRIGGER "${HOLD_EXCLUSION_NAME}_${name}" BEFORE ${event} ON "session_hold" WHEN NEW.kind <> 'pool'
    BEGIN SELECT RAISE(ABORT, '${HOLD_EXCLUSION_NAME}') WHERE NEW.overridden <> 0 OR ${isTaken('')}; END`,
  );
}

/**
 * PostgreSQL: the exclusion constraint covers unmarked holds; the trigger refuses the mark, and whatever would overlap
 * an old one.
 */
export function aloneTriggersOnPostgres(): string[] {
  return [
    `CREATE FUNCTION "${HOLD_EXCLUSION_NAME}"() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF NEW.overridden <> 0 OR ${isTaken('AND other.overridden <> 0')} THEN
          RAISE EXCEPTION '${HOLD_EXCLUSION_NAME}' USING ERRCODE = 'exclusion_violation', CONSTRAINT = '${HOLD_EXCLUSION_NAME}';
        END IF;
        RETURN NEW;
      END $$`,
    `CREATE TRIGGER "${HOLD_EXCLUSION_NAME}" BEFORE INSERT OR UPDATE ON "session_hold" FOR EACH ROW WHEN (NEW.kind <> 'pool') EXECUTE FUNCTION "${HOLD_EXCLUSION_NAME}"()`,
  ];
}

export function aloneTriggersDropped(onPostgres: boolean): string[] {
  if (onPostgres)
    return [`DROP TRIGGER "${HOLD_EXCLUSION_NAME}" ON "session_hold"`, `DROP FUNCTION "${HOLD_EXCLUSION_NAME}"`];
  return EVENTS.map(([name]) => `DROP TRIGGER "${HOLD_EXCLUSION_NAME}_${name}"`);
}
