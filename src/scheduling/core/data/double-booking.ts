import { A_MINUTE, A_DAY } from '../../../platform/index.js';

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** At most a day, so that a search for overlapping sessions needs to look back only one day. */
export const LONGEST_SESSION = A_DAY;
export const SESSION_LENGTH_CHECK = `"ends_at" > "starts_at" AND "ends_at" - "starts_at" <= ${LONGEST_SESSION}`;

/** Resources that a session holds: exclusively (room, instructor, cohort) or by seats (pool). */
export const HOLD_KINDS = ['room', 'instructor', 'cohort', 'pool'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** A session including set-up and clear-away. */
export const LONGEST_HOLD = LONGEST_SESSION + 2 * 240 * A_MINUTE;
export const HOLD_LENGTH_CHECK = `"held_until" > "held_from" AND "held_until" - "held_from" <= ${LONGEST_HOLD}`;

export const HOLD_EXCLUSION_NAME = 'ex_session_hold';
/**
 * No resource is held twice at one time. `overridden` is 1 only for double bookings from before this was enforced;
 * triggers refuse new ones.
 */
const IS_ALONE = `"kind" <> 'pool' AND "overridden" = 0`;
/** Exclusion constraint for PostgreSQL. Needs the extension `btree_gist`, which the database owner can create. */
export const HOLD_EXCLUSION = `USING gist ("holder_id" WITH =, int8range("held_from", "held_until") WITH &&) WHERE (${IS_ALONE})`;
export const HOLD_SEATS_NAME = 'ck_session_hold_seats';

/** An id that no row has, because an SQL `IN` list must not be empty. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
