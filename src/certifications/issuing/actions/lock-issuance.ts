import { Cohort } from '../../../cohorts/index.js';
import { found, NotFound, refuse, refused, type Refused, type Transaction } from '../../../platform/index.js';
import type { RegisterBinding } from '../../binding/index.js';
import { issuanceById, type IssuanceRow } from '../data/issuances.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

export type IssuanceOutcome = true | Refused<IssuingRefusalCode>;

/** Locks an issue under way. Refuses if nothing is left of it. @throws NotFound */
export async function lockIssuance(
  tx: Transaction,
  binding: RegisterBinding,
  id: string,
): Promise<IssuanceRow | Refused<IssuingRefusalCode>> {
  const before = await issuanceById(tx.query, id);
  if (!before) throw new NotFound();
  // Steps lock the cohort too, so the second reading has their final result.
  await tx.lock(Cohort, before.cohortId);
  const issuance = found(await issuanceById(tx.query, id));
  return (await binding.isPlanUnderWay(tx, id)) ? issuance : refused<IssuingRefusalCode>(refuse('issuanceEnded'));
}

export const issuanceSubject = ({ cohortId, cohortCode }: IssuanceRow) => ({
  type: 'cohort',
  id: cohortId,
  label: cohortCode,
});
