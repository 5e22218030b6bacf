import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { CertificateState } from '../domain/status.js';

export interface NamesUnderNumber {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
  readonly state: CertificateState;
  readonly hidden: boolean;
}

/** Only what a comparison of names needs: an unknown number must not be told by the time that a whole record takes. */
export async function namesUnder(ask: Ask, numberKey: string): Promise<NamesUnderNumber | null> {
  const [row] = await ask<Omit<NamesUnderNumber, 'hidden'> & { hiddenId: string | null }>(sql`
    SELECT k.id AS "id", k.recipient_name AS "name", k.recipient_latin_name AS "latinName", k.state AS "state", h.id AS "hiddenId"
    FROM certificate k LEFT JOIN certificate_hiding h ON h.certificate_id = k.id AND h.shown_at IS NULL WHERE k.number_key = ${numberKey}`);
  if (!row) return null;
  const { hiddenId, ...names } = row;
  return { ...names, hidden: hiddenId !== null };
}
