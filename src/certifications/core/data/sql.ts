import sql, { raw, type Sql } from 'sql-template-tag';
import { literals } from '../../../platform/index.js';
import type { CertificateState } from '../domain/status.js';

const VALID: CertificateState = 'valid';

/** The certificate, named `c` in the query, has expired on the day (`YYYY-MM-DD`), whatever its state is. */
export const hasExpiredOn = (c: string, day: string): Sql => sql`${raw(c)}.expires_on < ${day}`;

/** The certificate, named `c` in the query, is neither revoked nor superseded; it may have expired. */
export const isValid = (c: string): Sql => sql`${raw(c)}.state = ${literals([VALID])}`;
