import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, type Transaction, found } from '../../platform/index.js';
import { contactsOf } from '../data/contact-queries.js';
import { Employer } from '../data/employer.entity.js';

/** Locks the employer, if the actor may manage its access. */
export async function lockOwn(tx: Transaction, actor: Actor, employerId: string): Promise<Employer> {
  const employer = found(await tx.lock(Employer, employerId));
  const ownerIds = (await contactsOf(tx.query, employerId)).map(({ accountId }) => accountId);
  if (!may(actor, 'employerAccess.manage', { ownerIds })) throw new NotAllowed();
  return employer;
}
