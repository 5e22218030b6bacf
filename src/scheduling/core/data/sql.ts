import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../../platform/index.js';
import type { SessionState } from './double-booking.js';

const CANCELLED: SessionState = 'cancelled';

/** The session, named `s` in the query, is not cancelled. */
export const isNotCancelled = (s: string): Sql => sql`${raw(s)}.state <> ${literals([CANCELLED])}`;

/** Two sessions, named in the query, are not cancelled and overlap; one may begin when the other ends. */
export const sessionsOverlap = (one: string, other: string): Sql => sql`
  ${isNotCancelled(one)} AND ${isNotCancelled(other)}
    AND ${raw(one)}.starts_at < ${raw(other)}.ends_at AND ${raw(other)}.starts_at < ${raw(one)}.ends_at`;
