import type { Check } from '../../../core/domain/index.js';
import { statementOf } from '../fingerprints.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { listed } from './reading.js';

/**
 * Whether a credential of another canonical form says what the sealed one says: word for word beside proof and
 * contexts, or because the sealed proof's own value fits it, for one signature value is of one statement.
 * @param sealed the sealed JSON
 */
export function saysTheSame(credential: JsonRecord, sealed: Buffer, checks: readonly Check[]): boolean {
  const original = JSON.parse(sealed.toString('utf8')) as JsonRecord;
  if (statementOf(credential) === statementOf(original)) return true;
  const signed = checks.some(({ step, outcome }) => step === 'signature' && outcome === 'ok');
  const value = proofValue(credential);
  return signed && value !== null && value === proofValue(original);
}

function proofValue({ proof }: JsonRecord): string | null {
  const [one, ...others] = listed(proof);
  return isRecord(one) && others.length === 0 && typeof one.proofValue === 'string' ? one.proofValue : null;
}
