import { employerOfAccount } from '../../../../employers/index.js';
import { type Actor, NotAllowed, NotFound, type Transaction } from '../../../../platform/index.js';
import { VerificationList } from '../../data/verification-list.entity.js';

interface Employer {
  readonly id: string;
  readonly name: string;
}

/** The employer for which the actor acts. @throws NotAllowed for another */
export async function ownEmployerOf(tx: Transaction, actor: Actor, employerId: string): Promise<Employer> {
  const employer = await employerOfAccount(tx.query, actor.id);
  if (employer?.id !== employerId) throw new NotAllowed();
  return employer;
}

/** @throws NotFound also for another employer's */
export async function lockOwnList(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ readonly list: VerificationList; readonly employer: Employer }> {
  const employer = await employerOfAccount(tx.query, actor.id);
  const list = await tx.lock(VerificationList, id);
  if (!employer || list?.employerId !== employer.id) throw new NotFound();
  return { list, employer };
}
