import { type QueryFunction, found, type RequestContext } from '../../platform/index.js';
import { employerOfAccount } from '../data/contact-queries.js';

/** The employer that the actor works for. @throws NotFound if there is none */
export async function ownEmployer(
  query: QueryFunction,
  { actor }: RequestContext,
): Promise<{ readonly id: string; readonly name: string }> {
  return found(await employerOfAccount(query, actor.id));
}
