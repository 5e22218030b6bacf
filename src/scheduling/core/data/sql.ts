import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../../platform/index.js';
import type { SessionState } from './double-booking.js';

const CANCELLED: SessionState = 'cancelled';

/** The session, named `s` in the query, is not cancelled. */
export const isNotCancelled = (s: string): Sql => sql`${raw(s)}.state <> ${literals([CANCELLED])}`;
