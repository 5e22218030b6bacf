import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';

export interface NamesUnderNumber {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
}

/** Only what a comparison of names needs: an unknown number must not be told by the time that a whole record takes. */
export async function namesUnder(ask: Ask, numberKey: string): Promise<NamesUnderNumber | null> {
  const [row] = await ask<NamesUnderNumber>(sql`
    SELECT id AS "id", recipient_name AS "name", recipient_latin_name AS "latinName" FROM certificate WHERE number_key = ${numberKey}`);
  return row ?? null;
}
