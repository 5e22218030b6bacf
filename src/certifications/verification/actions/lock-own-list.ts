import { employerOfAccount } from '../../../employers/index.js';
import { type Actor, NotAllowed, type Transaction, found } from '../../../platform/index.js';
import { VerificationList } from '../data/verification-list.entity.js';

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

/** @throws NotFound @throws NotAllowed for another employer's */
export async function lockOwnList(
  tx: Transaction,
  actor: Actor,
  id: string,
): Promise<{ readonly list: VerificationList; readonly employer: Employer }> {
  const list = found(await tx.lock(VerificationList, id));
  return { list, employer: await ownEmployerOf(tx, actor, list.employerId) };
}
