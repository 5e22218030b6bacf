import type { Actor, QueryFunction } from '../../platform/index.js';
import { activeAccount } from './account-with-roles.js';
import { type Act, may } from '../domain/may.js';

/**
 * Whoever began long work, as the account stands now; `null` where it is gone, disabled, or may not do this any more.
 */
export async function whoMayStill(query: QueryFunction, { id }: Pick<Actor, 'id'>, act: Act): Promise<Actor | null> {
  const account = id === null ? null : await activeAccount(query, id);
  return account && may(account, act) ? account : null;
}
