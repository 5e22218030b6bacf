import sql, { join } from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { NumberAndName } from '../../core/index.js';
import type { IdsByNumber } from '../../binding/index.js';
import { inParts } from '../../log/index.js';
import { namesMatch } from '../domain/name-matching.js';
import { numberKeyOf } from '../domain/verification-list.js';
import { allIdsByNumber } from './certificate-lookup.js';

interface NamesRow {
  readonly id: string;
  readonly name: string;
  readonly latinName: string | null;
}

/**
 * Number of rows of a list that were answered "not found" and whose number and name are in the register now.
 * @param idsByNumber ids by canonical number as it was issued
 */
export async function foundInList(
  query: QueryFunction,
  listId: string,
  idsByNumber: (numberKeys: readonly string[]) => Promise<IdsByNumber>,
): Promise<number> {
  const asked = await query<NumberAndName>(sql`
    SELECT asked_number AS "number", asked_name AS "name" FROM verification_record
    WHERE batch_id = ${listId} AND verdict = 'notFound'`);
  const keys = asked.map(({ number }) => numberKeyOf(number));
  const ids = await allIdsByNumber(query, await idsByNumber(keys), keys);
  const all = new Set([...ids.values()].flatMap((some) => [...some]));
  const names = new Map((await shownNames(query, [...all])).map((row) => [row.id, row]));
  return asked.filter(({ name }, at) => {
    const holders = [...(ids.get(keys[at]!) ?? [])];
    // A number of several certificates is answered “could not check” now, whatever the name.
    return holders.length > 1 || holders.some((id) => isNamed(name, names.get(id)));
  }).length;
}

const isNamed = (name: string, shown: NamesRow | undefined): boolean => shown !== undefined && namesMatch(name, shown);

/** Names of the certificates among these that nobody hides. */
function shownNames(query: QueryFunction, ids: readonly string[]): Promise<NamesRow[]> {
  return inParts(ids, (some) =>
    query<NamesRow>(sql`
      SELECT c.id AS "id", c.recipient_name AS "name", c.recipient_latin_name AS "latinName" FROM certificate c
      WHERE c.id IN (${join(some)})
        AND NOT EXISTS (SELECT 1 FROM certificate_hiding h WHERE h.certificate_id = c.id AND h.shown_at IS NULL)`),
  );
}
