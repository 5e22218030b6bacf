import { Cohort } from '../../../cohorts/index.js';
import { NotFound, refuse, refused, type Refused, type Transaction } from '../../../platform/index.js';
import type { RegisterBinding } from '../../binding/index.js';
import { Issuance } from '../data/issuance.entity.js';
import { issuanceById, type IssuanceRow } from '../data/issuances.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

export type IssuanceOutcome = true | Refused<IssuingRefusalCode>;

/**
 * Locks an issue, then its cohort. By its own id first: an altered row may name another cohort, and the acts on one
 * issue would not wait for each other.
 */
export async function lockIssuance(tx: Transaction, id: string): Promise<IssuanceRow | null> {
  if (!(await tx.lock(Issuance, id))) return null;
  const issuance = await issuanceById(tx.query, id);
  if (issuance) await tx.lock(Cohort, issuance.cohortId);
  return issuance;
}

/** Locks an issue under way. Refuses if nothing is left of it. @throws NotFound */
export async function lockIssuanceUnderWay(
  tx: Transaction,
  binding: RegisterBinding,
  id: string,
): Promise<IssuanceRow | Refused<IssuingRefusalCode>> {
  const issuance = await lockIssuance(tx, id);
  if (!issuance) throw new NotFound();
  return (await binding.isPlanUnderWay(tx, id)) ? issuance : refused<IssuingRefusalCode>(refuse('issuanceEnded'));
}

export const issuanceSubject = ({ cohortId, cohortCode }: IssuanceRow) => ({
  type: 'cohort',
  id: cohortId,
  label: cohortCode,
});
