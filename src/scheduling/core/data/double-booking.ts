import { A_MINUTE, A_DAY } from '../../../platform/index.js';

export const SESSION_STATES = ['planned', 'held', 'cancelled'] as const;
export type SessionState = (typeof SESSION_STATES)[number];

/** At most a day long, so that whoever looks for sessions that overlap another need look back one day only. */
export const LONGEST_SESSION = A_DAY;
export const SESSION_LENGTH_CHECK = `"ends_at" > "starts_at" AND "ends_at" - "starts_at" <= ${LONGEST_SESSION}`;

/** What a session holds while it lasts: alone (room, instructor, cohort) or by seats (a pool). */
export const HOLD_KINDS = ['room', 'instructor', 'cohort', 'pool'] as const;
export type HoldKind = (typeof HOLD_KINDS)[number];

/** A session and the time to set up and clear away its room. */
export const LONGEST_HOLD = LONGEST_SESSION + 2 * 240 * A_MINUTE;
export const HOLD_LENGTH_CHECK = `"held_until" > "held_from" AND "held_until" - "held_from" <= ${LONGEST_HOLD}`;

export const HOLD_EXCLUSION_NAME = 'ex_session_hold';
/**
 * Nobody and nothing is held twice at one time.
 * `overridden` is 1 only of doubles from before this was forbidden: triggers refuse new ones, and others beside them.
 */
const IS_ALONE = `"kind" <> 'pool' AND "overridden" = 0`;
/** PostgreSQL's exclusion constraint. Needs the extension `btree_gist`, which the owner of a database may create. */
export const HOLD_EXCLUSION = `USING gist ("holder_id" WITH =, int8range("held_from", "held_until") WITH &&) WHERE (${IS_ALONE})`;
export const HOLD_SEATS_NAME = 'ck_session_hold_seats';

/** The id of no row: a list of ids in SQL may not be empty. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';
