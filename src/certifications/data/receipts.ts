import sql from 'sql-template-tag';
import type { Ask } from '../../platform/index.js';
import type { Check, ReceiptMeans, VerificationVerdict } from '../domain/verification.js';

export interface ReceiptRow {
  readonly reference: string;
  readonly at: number;
  readonly means: ReceiptMeans;
  readonly verdict: VerificationVerdict;
  readonly checks: readonly Check[];
  readonly certificateId: string | null;
  readonly fingerprint: string | null;
  readonly checkpoint: string | null;
}

/** By its reference, however it was typed. */
export async function receiptBy(ask: Ask, typed: string): Promise<ReceiptRow | null> {
  const reference = typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replace(/.{4}(?=.)/g, '$&-');
  const [row] = await ask<Omit<ReceiptRow, 'checks'> & { readonly checks: string }>(sql`
    SELECT reference AS "reference", at AS "at", means AS "means", verdict AS "verdict", checks AS "checks", certificate_id AS "certificateId", fingerprint AS "fingerprint",
      checkpoint AS "checkpoint" FROM verification_receipt WHERE reference = ${reference}`);
  return row ? { ...row, at: Number(row.at), checks: JSON.parse(row.checks) as Check[] } : null;
}
