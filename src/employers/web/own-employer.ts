import { type QueryFunction, found, type RequestContext } from '../../platform/index.js';
import { employerOfAccount } from '../data/contact-queries.js';

/** The employer that a visitor acts for. @throws NotFound where there is none */
export async function ownEmployer(
  query: QueryFunction,
  { actor }: RequestContext,
): Promise<{ readonly id: string; readonly name: string }> {
  return found(await employerOfAccount(query, actor.id));
}
