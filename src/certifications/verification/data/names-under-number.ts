import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { CertificateState } from '../../core/index.js';

export interface NamesUnderNumber {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly state: CertificateState;
  readonly hidden: boolean;
}

/**
 * Only what a comparison of names needs, by number:
 * an unknown number must not be told by the time that a whole record takes.
 */
export async function namesUnder(
  query: QueryFunction,
  numberKeys: readonly string[],
): Promise<ReadonlyMap<string, NamesUnderNumber>> {
  if (numberKeys.length === 0) return new Map();
  const rows = await query<Omit<NamesUnderNumber, 'hidden'> & { key: string; hiddenId: string | null }>(sql`
    SELECT k.number_key AS "key", k.id AS "id", k.recipient_name AS "name", k.recipient_latin_name AS "latinName", k.state AS "state", h.id AS "hiddenId"
    FROM certificate k LEFT JOIN certificate_hiding h ON h.certificate_id = k.id AND h.shown_at IS NULL WHERE k.number_key IN (${join([...new Set(numberKeys)])})`);
  return new Map(rows.map(({ key, hiddenId, ...names }) => [key, { ...names, hidden: hiddenId !== null }]));
}
