import type { QueryFunction } from '../../../../platform/index.js';
import { boundAmong } from '../../../binding/index.js';
import { decryptSecret, publicFits } from '../../../documents/index.js';
import { allIssuerKeys, keyName, keysAsStored, encryptedSecrets } from '../../../issuer/index.js';
import { type Finding, finding, readRegister, type SeenRegister } from '../../../log/index.js';
import { everyReceipt, type ReceiptRow } from '../../../verification/index.js';
import { planFindings } from './check-plans.js';
import { readableAsync } from '../readable.js';

const AT_ONCE = 500;

export interface VerifyKeys {
  /** Key of the register's bindings, 32 bytes. */
  readonly register: Uint8Array;
  /** Key that encrypts the issuer's private keys, hex. */
  readonly issuer: string;
  /** The register as this installation last saw it; `undefined`: unknown. */
  readonly seen?: SeenRegister;
}

/** Checks keys, receipts, and issues and batches under way. Needs the master key. */
export async function checkBoundRecords(query: QueryFunction, keys: VerifyKeys): Promise<Finding[]> {
  return [
    ...(await readableAsync('The keys', () => keyFindings(query, keys))),
    ...(await readableAsync('The receipts', () => receiptFindings(query, keys))),
    ...(await readableAsync('The issues and batches under way', () => planFindings(query, keys.register))),
  ];
}

async function keyFindings(query: QueryFunction, { register, issuer }: VerifyKeys): Promise<Finding[]> {
  const rows = await allIssuerKeys(query);
  const listed = (await readRegister(query, register)).state?.keys ?? {};
  const stored = new Set(keysAsStored(register, rows, listed).map(({ id }) => id));
  const secrets = await encryptedSecrets(query);
  const gone = Object.keys(listed).filter((id) => !rows.some((row) => row.id === id));
  return [
    ...gone.map((id) => finding('keyGone', { id })),
    ...rows.flatMap(({ id, material, ...row }) => {
      const name = keyName(row);
      if (!stored.has(id)) return [finding('keyForged', { id: name })];
      return fits(() => publicFits(material, decryptSecret(secrets.get(id) ?? Buffer.alloc(0), issuer, name)))
        ? []
        : [finding('keyUnfit', { id: name })];
    }),
  ];
}

function fits(compare: () => boolean): boolean {
  try {
    return compare();
  } catch {
    return false;
  }
}

async function receiptFindings(query: QueryFunction, { register }: VerifyKeys): Promise<Finding[]> {
  const found: Finding[] = [];
  for await (const receipts of everyReceipt(query, AT_ONCE)) {
    const some = await readableAsync('', () => findingsOfReceipts(query, register, receipts));
    if (some.every(({ code }) => code !== 'unreadable')) found.push(...some);
    // One of them cannot be read: check each separately.
    else
      for (const one of receipts)
        found.push(
          ...(await readableAsync(`Receipt ${one.reference}`, () => findingsOfReceipts(query, register, [one]))),
        );
  }
  return found;
}

async function findingsOfReceipts(
  query: QueryFunction,
  register: Uint8Array,
  some: readonly ReceiptRow[],
): Promise<Finding[]> {
  const bound = await boundAmong(query, register, { kind: 'receipt', records: some.map((one) => one.bound) });
  return some
    .filter(({ reference }) => !bound.has(reference))
    .map(({ reference }) => finding('receiptForged', { reference }));
}
