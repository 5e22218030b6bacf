import type { QueryFunction } from '../../../platform/index.js';
import { boundAmong, isPlanCurrent } from '../../binding/index.js';
import { decryptSecret, publicFits } from '../../documents/index.js';
import { allIssuerKeys, keysAsStored, encryptedSecrets } from '../../issuer/index.js';
import { type Finding, finding, readRegister, type SeenRegister } from '../../log/index.js';
import { receiptsAfter } from '../../verification/index.js';
import { openIssuances } from '../data/before-bindings.js';

const AT_ONCE = 500;

export interface VerifyKeys {
  /** Of the register's bindings, 32 bytes. */
  readonly register: Uint8Array;
  /** Under which the issuer's private keys are kept, in hex. */
  readonly issuer: string;
  /** The register as this installation has seen it last; left out: not known here. */
  readonly seen?: SeenRegister;
}

/** Keys, receipts and issues under way: whether the product wrote them. Only with the master key. */
export async function checkBoundRecords(query: QueryFunction, keys: VerifyKeys): Promise<Finding[]> {
  return [
    ...(await keyFindings(query, keys)),
    ...(await receiptFindings(query, keys)),
    ...(await planFindings(query, keys)),
  ];
}

async function keyFindings(query: QueryFunction, { register, issuer }: VerifyKeys): Promise<Finding[]> {
  const rows = await allIssuerKeys(query);
  const known = (await readRegister(query, register)).state?.keys ?? {};
  const stored = new Set(keysAsStored(register, rows, known).map(({ id }) => id));
  const secrets = await encryptedSecrets(query);
  const gone = Object.keys(known).filter((id) => !rows.some((row) => row.id === id));
  return [
    ...gone.map((id) => finding('keyGone', { id })),
    ...rows.flatMap(({ id, did, keyId, material }) => {
      const name = `${did}#${keyId}`;
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
  for (let after: string | undefined = ''; after !== undefined;) {
    const some = await receiptsAfter(query, after, AT_ONCE);
    const bound = await boundAmong(query, register, { kind: 'receipt', records: some.map((one) => one.bound) });
    for (const { reference } of some) if (!bound.has(reference)) found.push(finding('receiptForged', { reference }));
    after = some.at(-1)?.reference;
  }
  return found;
}

async function planFindings(query: QueryFunction, { register }: VerifyKeys): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const { issuance, items } of await openIssuances(query)) {
    const whole = (await boundAmong(query, register, { kind: 'issuance', records: [issuance.bound] })).size > 0;
    const bound = await boundAmong(query, register, { kind: 'issuanceItem', records: items.map((item) => item.bound) });
    const current = await isPlanCurrent(query, register, {
      issuanceId: issuance.id,
      waiting: items.map(({ id }) => id),
    });
    for (const { id, number } of items)
      if (!whole || !current || !bound.has(id)) found.push(finding('planAltered', { number }));
  }
  return found;
}
