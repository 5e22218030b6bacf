import sql from 'sql-template-tag';
import { everyRow, type QueryFunction } from '../../../platform/index.js';
import type { Bindable } from '../../binding/index.js';
import { canonical, type Check, type ReceiptMeans, type VerificationVerdict } from '../../core/index.js';
import { numberCell } from '../../log/index.js';

export interface ReceiptRow {
  readonly reference: string;
  readonly at: number;
  readonly means: ReceiptMeans;
  readonly verdict: VerificationVerdict;
  readonly checks: readonly Check[];
  readonly certificateId: string | null;
  readonly fingerprint: string | null;
  readonly checkpoint: string | null;
  /** What its binding covers. */
  readonly bound: Bindable;
}

interface StoredReceipt extends Omit<ReceiptRow, 'checks' | 'bound'> {
  readonly checks: string;
}

/** @param checks JSON, as stored */
export function boundReceipt({
  reference,
  at,
  means,
  verdict,
  checks,
  certificateId,
  fingerprint,
  checkpoint,
}: StoredReceipt): Bindable {
  return { id: reference, cells: [numberCell(at), means, verdict, checks, certificateId, fingerprint, checkpoint] };
}

const COLUMNS = sql`reference AS "reference", at AS "at", means AS "means", verdict AS "verdict", checks AS "checks", certificate_id AS "certificateId",
  fingerprint AS "fingerprint", checkpoint AS "checkpoint"`;

/** A reference as it is stored, from any spelling: characters are read as in certificate numbers, O as 0. */
export function referenceFrom(typed: string): string {
  return canonical(typed)
    .replace(/[^0-9A-Z]/g, '')
    .replace(/.{4}(?=.)/g, '$&-');
}

export async function receiptBy(query: QueryFunction, reference: string): Promise<ReceiptRow | null> {
  const [row] = await query<StoredReceipt>(sql`
    SELECT ${COLUMNS} FROM verification_receipt WHERE reference = ${reference}`);
  return row ? receiptOf(row) : null;
}

function receiptOf(row: StoredReceipt): ReceiptRow {
  return { ...row, at: Number(row.at), checks: checksIn(row.checks), bound: boundReceipt(row) };
}

/** None in a text that was altered so that it cannot be read: its binding does not hold. */
function checksIn(text: string): readonly Check[] {
  try {
    return JSON.parse(text) as Check[];
  } catch {
    return [];
  }
}

/** The checkpoints in receipts, each once. */
export async function receiptCheckpoints(query: QueryFunction): Promise<string[]> {
  const rows = await query<{ checkpoint: string }>(
    sql`SELECT DISTINCT checkpoint AS "checkpoint" FROM verification_receipt WHERE checkpoint IS NOT NULL`,
  );
  return rows.map(({ checkpoint }) => checkpoint);
}

export async function receiptsWith(query: QueryFunction, checkpoint: string): Promise<string[]> {
  const rows = await query<{ reference: string }>(
    sql`SELECT reference AS "reference" FROM verification_receipt WHERE checkpoint = ${checkpoint} ORDER BY reference`,
  );
  return rows.map(({ reference }) => reference);
}

/** All receipts, in parts of the given size. */
export async function* everyReceipt(query: QueryFunction, atOnce: number): AsyncGenerator<ReceiptRow[]> {
  const parts = everyRow<StoredReceipt>(query, {
    key: 'r.reference',
    columns: COLUMNS,
    from: sql`FROM verification_receipt r`,
    atOnce,
  });
  for await (const some of parts) yield some.map(receiptOf);
}
