import type { Actor, QueryFunction } from '../../platform/index.js';
import { activeAccount } from './account-with-roles.js';
import { type Right, may } from '../domain/rights.js';

/**
 * The current account of the person who started long work; `null` if it is gone, disabled, or no longer has this right.
 */
export async function whoMayStill(
  query: QueryFunction,
  { id }: Pick<Actor, 'id'>,
  right: Right,
): Promise<Actor | null> {
  const account = id === null ? null : await activeAccount(query, id);
  return account && may(account, right) ? account : null;
}
