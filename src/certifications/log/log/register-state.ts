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
  /** Sums over what binds the issues under way, by issue: of what was issued or given up nothing is left in them. */
  readonly plans: Readonly<Record<string, string>>;
  /**
   * Random, the newest last. A new one begins where an operator accepts the database as it is (a restore, bind-
   * register):
   * what was left behind then does not have it. None: the state was stored before there were epochs.
   */
  readonly epochs: readonly string[];
}

/** A register as this installation has seen it last. */
export interface SeenRegister {
  /** `null`: none was noted. */
  readonly epoch: string | null;
  readonly changes: number;
  /** How many kept answers had no binding: those from before answers were bound. Left out: not counted yet. */
  readonly unbound?: number;
  /** The log of a backup that was restored, until a start has begun an epoch on it (`logOf`). */
  readonly restored?: string;
  /** Tells the key that binds the register from others (`keyCheck`). Left out: not noted yet. */
  readonly key?: string;
  /** Records from before there were bindings are being bound. */
  readonly upgrading?: boolean;
}

export const NOTHING_SEEN: SeenRegister = { epoch: null, changes: 0 };

/** With what the register is written. */
export interface RegisterWriter {
  /** Of the bindings, 32 bytes. */
  readonly key: Uint8Array;
  /** The register as it was seen last: one that was put back is not gone on with. */
  readonly seen: SeenRegister;
  /** A change of the register is stored. */
  readonly wrote: (state: RegisterState) => void;
}

/** A log by size and root. */
export function logOf({ logSize, logRoot }: Pick<RegisterState, 'logSize' | 'logRoot'>): string {
  return logSize === 0 ? '0' : `${logSize} ${logRoot}`;
}

/**
 * Whether a register has gone on from where it was seen: in its epoch with as many changes, or in a later epoch. Never
 * from a restore on which none was begun.
 */
export function hasGoneOn({ changes, epochs }: RegisterState, seen: SeenRegister): boolean {
  if (seen.restored !== undefined) return false;
  if (seen.epoch === null || epochs.at(-1) === seen.epoch) return changes >= seen.changes;
  return epochs.includes(seen.epoch);
}

export interface StoredRegisterState extends RegisterState {
  readonly mac: string;
}

/** Tells a key from others, and tells nothing of it. @param key 32 bytes */
export function keyCheck(key: Uint8Array): string {
  return macOf(key, 'keyCheck', []).slice(0, 16);
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

/** What binds a record of an issue's plan. */
export interface PlanBinding {
  readonly id: string;
  /** HMAC-SHA-256 in hex. */
  readonly mac: string;
}

/** Over the records of a plan as they are bound, in any order. 64 hex digits. */
export function planSum(key: Uint8Array, bindings: readonly PlanBinding[]): string {
  return addToSum(
    NO_BINDINGS,
    bindings.reduce((sum, one) => sum + bindingNumber(key, one), 0n),
  );
}

/** @param sum 64 hex digits; what is added may be negative */
export function addToSum(sum: string, added: bigint): string {
  const total = (BigInt(`0x${sum}`) + added) % MODULUS;
  return (total < 0n ? total + MODULUS : total).toString(16).padStart(64, '0');
}

function cellsOf({
  changes,
  logSize,
  logRoot,
  keys,
  bindings,
  bindingSum,
  plans,
  epochs,
}: RegisterState): (string | number)[] {
  const cells = [changes, logSize, logRoot, sortedText(keys), bindings, bindingSum];
  // Without epochs as it was hashed before there were any.
  return epochs.length === 0 ? cells : [...cells, sortedText(plans), JSON.stringify(epochs)];
}

function sortedText(byId: Readonly<Record<string, string>>): string {
  return JSON.stringify(Object.entries(byId).sort(([one], [other]) => (one < other ? -1 : 1)));
}
