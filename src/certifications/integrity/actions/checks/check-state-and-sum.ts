import type { QueryFunction } from '../../../../platform/index.js';
import { boundCount, boundWithSameNumber, lostToLookUps, untagged } from '../../../binding/index.js';
import { allIssuerKeys, compromisedByAudit, keyName } from '../../../issuer/index.js';
import {
  type Finding,
  finding,
  hasGoneOn,
  isAsRestored,
  isTotalOf,
  readRegister,
  totalOfBindings,
} from '../../../log/index.js';
import { actsForgotten } from '../../data/acts-forgotten.js';
import { readableAsync } from '../readable.js';
import type { VerifyKeys } from './check-bound-records.js';

const TRIES = 5;

/** Whether the register as a whole is as last stored; exposes rolled-back records, which look genuine by themselves. */
export async function checkStateAndSum(
  query: QueryFunction,
  { register, seen }: Pick<VerifyKeys, 'register' | 'seen'>,
): Promise<Finding[]> {
  const { state, fault, size } = await readRegister(query, register);
  if (state === null || fault === 'stateForged' || fault === 'stateGone') return [finding('stateForged', {})];
  const found = [
    ...(await actsForgotten(query)).map((one) => finding('actForgotten', one)),
    ...(await readableAsync('The keys', () => keyFindings(query))),
    ...(await readableAsync('The bindings of certificates', () => sumFindings(query, register))),
    ...(await readableAsync('The tags of certificates', () => tagFindings(query, register))),
    ...(await readableAsync('The numbers of certificates', () => numberFindings(query))),
  ];
  if (fault === 'stateBehind') found.push(finding('stateBehind', { stored: state.logSize, size }));
  if (seen && !isAsRestored(state, seen) && !hasGoneOn(state, seen))
    found.push(
      state.changes < seen.changes
        ? finding('setBack', { changes: state.changes, seen: seen.changes })
        : finding('leftBehind', {}),
    );
  return found;
}

/** A declaration is not in the log: only the audit trail contradicts a key that was put back with an earlier state. */
async function keyFindings(query: QueryFunction): Promise<Finding[]> {
  const compromised = await compromisedByAudit(query);
  const names = (await allIssuerKeys(query)).filter(({ state }) => state !== 'compromised').map(keyName);
  return names.filter((name) => compromised.has(name)).map((key) => finding('keyForgotten', { key }));
}

const nameOf = ({ id, number }: { readonly id: string; readonly number: string | null }): string =>
  number === null ? id : `${id} (now ${number})`;

/** Missing rows have their own findings. There are no tags before the first start after the upgrade. */
async function tagFindings(query: QueryFunction, register: Uint8Array): Promise<Finding[]> {
  const lost = await lostToLookUps(query, register);
  if (lost.length === (await boundCount(query)) && (await untagged(query)).length === lost.length) return [];
  return lost.flatMap(({ number }) => (number === null ? [] : [finding('tagsAltered', { number })]));
}

/** If certificates are issued meanwhile, the sum is not of one moment and is computed again. */
async function sumFindings(query: QueryFunction, register: Uint8Array): Promise<Finding[]> {
  for (let tries = 1; ; tries += 1) {
    const before = (await readRegister(query, register)).state;
    if (before === null) return [];
    const total = await totalOfBindings(query, register, before);
    const after = (await readRegister(query, register)).state;
    if (after !== null && isTotalOf(total, after)) return [];
    if (tries === TRIES || before.changes === after?.changes)
      return [finding('bindingsChanged', { stored: (after ?? before).bindings, count: total.bindings })];
  }
}

async function numberFindings(query: QueryFunction): Promise<Finding[]> {
  return (await boundWithSameNumber(query)).map((some) =>
    finding('numberBoundTwice', { certificates: some.map(nameOf) }),
  );
}
