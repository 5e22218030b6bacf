import sql from 'sql-template-tag';
import type { QueryFunction } from '../../../platform/index.js';
import type { Bindable } from '../../binding/index.js';
import type { Check, ReceiptMeans, VerificationVerdict } from '../../core/index.js';

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
  return { id: reference, cells: [Number(at), means, verdict, checks, certificateId, fingerprint, checkpoint] };
}

const COLUMNS = sql`reference AS "reference", at AS "at", means AS "means", verdict AS "verdict", checks AS "checks", certificate_id AS "certificateId",
  fingerprint AS "fingerprint", checkpoint AS "checkpoint"`;

/** Finds a receipt by its reference, in any spelling. */
export async function receiptBy(query: QueryFunction, typed: string): Promise<ReceiptRow | null> {
  const reference = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/.{4}(?=.)/g, '$&-');
  const [row] = await query<StoredReceipt>(sql`
    SELECT ${COLUMNS} FROM verification_receipt WHERE reference = ${reference}`);
  return row ? receiptOf(row) : null;
}

function receiptOf(row: StoredReceipt): ReceiptRow {
  return { ...row, at: Number(row.at), checks: JSON.parse(row.checks) as Check[], bound: boundReceipt(row) };
}

/** The next receipts in the order of their references. */
export async function receiptsAfter(query: QueryFunction, reference: string, most: number): Promise<ReceiptRow[]> {
  const rows = await query<StoredReceipt>(
    sql`SELECT ${COLUMNS} FROM verification_receipt WHERE reference > ${reference} ORDER BY reference LIMIT ${most}`,
  );
  return rows.map(receiptOf);
}
