import { macHolds, macOf } from './bound-record.js';

/*
 * One row says what the register holds as a whole, so that a record that is put back to an earlier state of itself,
 * with a binding that was genuine then, is found out: it no longer fits the whole. Each change writes the row anew, in
 * its transaction.
 */

export interface RegisterState {
  /** Grows by one with each change: an older state of the whole has a smaller one. */
  readonly changes: number;
  /** The certificate log as it stands, so that neither can be put back without the other. */
  readonly logSize: number;
  /** Base64. */
  readonly logRoot: string;
  /** MACs of the issuer's keys by id (`keyMac`). */
  readonly keys: Readonly<Record<string, string>>;
  /** How many certificates are bound. */
  readonly bindings: number;
  /** Sum of `bindingNumber` over all of them, modulo 2^256, 64 hex digits. */
  readonly bindingSum: string;
}

export interface StoredRegisterState extends RegisterState {
  readonly mac: string;
}

const MODULUS = 2n ** 256n;
export const NO_BINDINGS = '0'.repeat(64);

/** HMAC-SHA-256 in hex. @param key 32 bytes */
export function registerMac(key: Uint8Array, state: RegisterState): string {
  return macOf(key, 'registerState', cellsOf(state));
}

export function registerMacHolds(key: Uint8Array, state: StoredRegisterState): boolean {
  return macHolds(key, 'registerState', { cells: cellsOf(state), mac: state.mac });
}

/**
 * What a binding adds to the sum. It is keyed: without the key nobody finds other bindings with the same sum
 * (AdHash, Bellare and Micciancio 1997, over a MAC).
 */
export function bindingNumber(key: Uint8Array, { id, mac }: { readonly id: string; readonly mac: string }): bigint {
  return BigInt(`0x${macOf(key, 'bindingNumber', [id, mac])}`);
}

/** @param sum 64 hex digits; what is added may be negative */
export function addToSum(sum: string, added: bigint): string {
  const total = (BigInt(`0x${sum}`) + added) % MODULUS;
  return (total < 0n ? total + MODULUS : total).toString(16).padStart(64, '0');
}

function cellsOf({ changes, logSize, logRoot, keys, bindings, bindingSum }: RegisterState): (string | number)[] {
  const sorted = Object.entries(keys).sort(([one], [other]) => (one < other ? -1 : 1));
  return [changes, logSize, logRoot, JSON.stringify(sorted), bindings, bindingSum];
}
