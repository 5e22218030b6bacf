import { employerOfAccount } from '../../../../employers/index.js';
import {
  type Actor,
  NotAllowed,
  NotFound,
  type Progress,
  type QueryFunction,
  type Transaction,
} from '../../../../platform/index.js';
import { answeredOfList } from '../../data/verification-lists.js';
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

/** Whether a list waits for its employer to start it: none of its rows was answered. */
export async function isUnstarted(query: QueryFunction, id: string, job: Progress | null): Promise<boolean> {
  return job?.state === 'stopped' && job.done === 0 && (await answeredOfList(query, id)) === 0;
}
