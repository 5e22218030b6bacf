import type { Check } from '../../../core/domain/index.js';
import { statementOf } from '../fingerprints.js';
import { isRecord, type JsonRecord } from './check-limits.js';
import { listed } from './reading.js';

/**
 * Whether a credential with another canonical form makes the same statement as the signed one: identical apart from
 * proof and contexts, or the signed proof value verifies for it (a signature value belongs to one statement).
 * @param signed the signed JSON
 */
export function isSameStatement(credential: JsonRecord, signed: Buffer, checks: readonly Check[]): boolean {
  const original = JSON.parse(signed.toString('utf8')) as JsonRecord;
  if (statementOf(credential) === statementOf(original)) return true;
  const isSigned = checks.some(({ step, outcome }) => step === 'signature' && outcome === 'ok');
  const value = proofValue(credential);
  return isSigned && value !== null && value === proofValue(original);
}

function proofValue({ proof }: JsonRecord): string | null {
  const [one, ...others] = listed(proof);
  return isRecord(one) && others.length === 0 && typeof one.proofValue === 'string' ? one.proofValue : null;
}
