import { Cohort } from '../../../cohorts/index.js';
import { found, NotFound, refuse, refused, type Refused, type Transaction } from '../../../platform/index.js';
import { issuanceById, type IssuanceRow, itemsOf } from '../data/issuances.js';
import type { IssuingRefusalCode } from '../domain/refusals.js';

export type IssuanceOutcome = true | Refused<IssuingRefusalCode>;

/** An issue under way. Refuses where nothing is left of it. @throws NotFound */
export async function lockIssuance(tx: Transaction, id: string): Promise<IssuanceRow | Refused<IssuingRefusalCode>> {
  const known = await issuanceById(tx.query, id);
  if (!known) throw new NotFound();
  // The steps lock the cohort too: what is read here is what they left.
  await tx.lock(Cohort, known.cohortId);
  const issuance = found(await issuanceById(tx.query, id));
  const [left] = await itemsOf(tx.query, id, { state: 'waiting', most: 1 });
  return left ? issuance : refused<IssuingRefusalCode>(refuse('issuanceEnded'));
}

export const issuanceSubject = ({ cohortId, cohortCode }: IssuanceRow) => ({
  type: 'cohort',
  id: cohortId,
  label: cohortCode,
});
