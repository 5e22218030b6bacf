import type { QueryFunction } from '../../../platform/index.js';
import { signersIn } from '../../documents/index.js';
import { allIssuerKeys, keyName } from '../../issuer/index.js';
import { type Finding, finding, type StoredCertificateState } from '../../log/index.js';

/** When each key of the academy's ended, by name (`did#key`): retired, or declared compromised. Epoch milliseconds. */
export type KeyEnds = ReadonlyMap<string, number>;

export async function keyEnds(query: QueryFunction): Promise<KeyEnds> {
  return new Map(
    (await allIssuerKeys(query)).flatMap(({ retiredAt, compromisedAt, ...key }) => {
      const ends = [retiredAt, compromisedAt].filter((at) => at !== null);
      return ends.length === 0 ? [] : [[keyName(key), Math.min(...ends)] as const];
    }),
  );
}

/**
 * A key ends while the register is locked, at the time of the last entry or later (`timeAfterLog`), and nothing that it
 * signed is logged after that.
 */
export function keyFindings(
  { record: { number }, json, jwt }: StoredCertificateState,
  { ends, loggedAt }: { readonly ends: KeyEnds; readonly loggedAt: number | undefined },
): Finding[] {
  if (loggedAt === undefined) return [];
  return signersIn({ json, jwt })
    .filter((key) => loggedAt > (ends.get(key) ?? Number.POSITIVE_INFINITY))
    .map((key) => finding('signedByEndedKey', { number, key }));
}
