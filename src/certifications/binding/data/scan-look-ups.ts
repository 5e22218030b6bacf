import sql from 'sql-template-tag';
import { scanTable, type Transaction } from '../../../platform/index.js';
import {
  addToSum,
  lookUpTags,
  NO_BINDINGS,
  numberTag,
  type SumCoverage,
  SUMMED_COLUMNS,
  type SummedBinding,
  sumOf,
  type TotalOfBindings,
} from '../../log/index.js';
import type { IdsByNumber } from './look-up-tags.js';

/** Hex digits that are kept of each tag: 64 bits of a MAC, to compare a million of them in memory. */
const KEPT = 16;

interface CertificateRow {
  readonly id: string;
  readonly numberKey: string;
  readonly token: string;
}

/** What is looked up, and what the sum of the bindings covers. */
interface Scan {
  readonly numberKeys: readonly string[];
  readonly sum: SumCoverage;
}

export interface ScannedLookUps {
  readonly total: TotalOfBindings;
  /** Whether the tags of every binding find its certificate, and no other. */
  readonly areWhole: boolean;
  readonly ids: IdsByNumber;
}

/**
 * Looks numbers up without an index, by tag and by the certificate's own column, and compares all tags with the rows.
 * Reads all bindings and all certificates once, however many numbers are asked: two seconds for 100,000.
 */
export async function scanLookUps(
  tx: Transaction,
  key: Uint8Array,
  { numberKeys, sum }: Scan,
): Promise<ScannedLookUps> {
  const ids = new Map([...new Set(numberKeys)].map((numberKey) => [numberKey, new Set<string>()]));
  const byTag = new Map([...ids].map(([numberKey, found]) => [numberTag(key, numberKey), found]));
  const expected = new Map<string, string>();
  const [numberTags, tokenTags] = [new Set<string>(), new Set<string>()];
  const total = await scanBindings(tx, key, {
    sum,
    take: (row) => {
      byTag.get(row.numberTag ?? '')?.add(row.id);
      expected.set(row.id, kept(row));
      numberTags.add(keptOf(row.numberTag));
      tokenTags.add(keptOf(row.tokenTag));
    },
  });
  await scanTable<CertificateRow>(
    tx,
    (place) => sql`SELECT ${place} id AS "id", number_key AS "numberKey", token AS "token" FROM certificate`,
    (rows) => {
      for (const row of rows) {
        ids.get(row.numberKey)?.add(row.id);
        if (expected.get(row.id) === kept(lookUpTags(key, row))) expected.delete(row.id);
      }
    },
  );
  return {
    total,
    // Anybody can copy tags, together with number and token, from one certificate to another.
    areWhole: expected.size === 0 && numberTags.size === total.bindings && tokenTags.size === total.bindings,
    ids,
  };
}

/** Counts and adds up all bindings, which are read without an index. */
export async function scanBindings(
  tx: Transaction,
  key: Uint8Array,
  { sum, take }: { readonly sum: SumCoverage; readonly take: (row: SummedBinding) => void },
): Promise<TotalOfBindings> {
  let [bindings, bindingSum] = [0, NO_BINDINGS];
  await scanTable<SummedBinding>(
    tx,
    (place) => sql`SELECT ${place} ${SUMMED_COLUMNS} FROM certificate_binding b`,
    (rows) => {
      bindings += rows.length;
      bindingSum = addToSum(bindingSum, sumOf(key, rows, sum));
      rows.forEach(take);
    },
  );
  return { bindings, bindingSum };
}

function kept(tags: Pick<SummedBinding, 'numberTag' | 'tokenTag'>): string {
  return keptOf(tags.numberTag) + keptOf(tags.tokenTag);
}

const keptOf = (tag: string | null): string => (tag ?? '').slice(0, KEPT);
