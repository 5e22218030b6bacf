import { macHolds, macOf } from './bound-record.js';

/*
 * One row describes the register as a whole. It exposes a record that was rolled back together with its own genuine
 * binding: such a record no longer fits the whole. Each change updates the row in its transaction.
 */

export interface RegisterState {
  /** Grows by one with each change, so an older state has a smaller number. */
  readonly changes: number;
  /** Size of the certificate log, so that neither can be rolled back without the other. */
  readonly logSize: number;
  /** Base64. */
  readonly logRoot: string;
  /** MACs of the issuer's keys by id (`keyMac`). */
  readonly keys: Readonly<Record<string, string>>;
  /** Number of bound certificates. */
  readonly bindings: number;
  /** Sum over all of them (`sumOf`), modulo 2^256, 64 hex digits. */
  readonly bindingSum: string;
  /** Issues and batches under way, by id. */
  readonly plans: Readonly<Record<string, PlanState>>;
  /**
   * Random, the newest last. A new one begins where an operator accepts the database as it is (a restore, bind-
   * register): what was left behind then does not have it. None: the state was stored before there were epochs.
   */
  readonly epochs: readonly string[];
  /**
   * Epoch milliseconds: outcomes from before they were bound have been bound. It comes with every backup, so that this
   * is done once, whatever rows and files say. `null`: not yet.
   */
  readonly outcomesBoundAt: number | null;
  /** Epoch milliseconds: since then the sum covers the tags of bindings too. `null`: not yet. */
  readonly tagsSummedAt: number | null;
}

/** Count and sum of bindings. */
export type TotalOfBindings = Pick<RegisterState, 'bindings' | 'bindingSum'>;

/** What a sum covers. */
export type SumCoverage = Pick<RegisterState, 'tagsSummedAt'>;

/** A stored binding, as far as the sum covers it. */
export interface SummedBinding {
  /** Of the certificate. */
  readonly id: string;
  readonly mac: string;
  readonly numberTag: string | null;
  readonly tokenTag: string | null;
}

/** What is left of an issue or a batch under way. */
export interface PlanState {
  /** Over the bindings of its head and its items; settled items are no longer included. 64 hex digits. */
  readonly sum: string;
  /** Somebody has stopped it, and nobody has resumed it since: no row of a job decides that. */
  readonly isStopped: boolean;
}

/** The register as this installation last saw it. */
export interface SeenRegister {
  /** `null`: none recorded. */
  readonly epoch: string | null;
  readonly changes: number;
  /** Number of stored answers without a binding, from before answers were bound; `undefined`: not counted yet. */
  readonly unbound?: number;
  /** The register of a restored backup, until a start begins an epoch on it. */
  readonly restored?: RestoredRegister;
  /** Tells the key that binds the register from others (`keyCheck`). Left out: not noted yet. */
  readonly key?: string;
  /** Records from before there were bindings are being bound. */
  readonly upgrading?: boolean;
}

/** The register of a backup, as its manifest describes it. */
export interface RestoredRegister {
  /** `logOf`. */
  readonly log: string;
  /** MAC of its state; `null`: it had none. Left out: the backup is older than this and does not tell. */
  readonly mac?: string | null;
}

export const NOTHING_SEEN: SeenRegister = { epoch: null, changes: 0 };

/** What is needed to write the register. */
export interface RegisterWriter {
  /** Key of the bindings, 32 bytes. */
  readonly key: Uint8Array;
  /** The register as last seen: a rolled-back one is not continued. */
  readonly seen: SeenRegister;
  /** Called after a change of the register was stored. */
  readonly wrote: (state: RegisterState) => void;
}

/** Identifies a log by size and root. */
export function logOf({ logSize, logRoot }: Pick<RegisterState, 'logSize' | 'logRoot'>): string {
  return logSize === 0 ? '0' : `${logSize} ${logRoot}`;
}

/**
 * Whether a register continues the one seen: same epoch with at least as many changes, or a later epoch. Never after a
 * restore on which no epoch was begun.
 */
export function hasGoneOn({ changes, epochs }: RegisterState, seen: SeenRegister): boolean {
  if (seen.restored !== undefined) return false;
  if (seen.epoch === null || epochs.at(-1) === seen.epoch) return changes >= seen.changes;
  return epochs.includes(seen.epoch);
}

export interface StoredRegisterState extends RegisterState {
  readonly mac: string;
}

/** Whether this is the register of the backup that was restored, and no epoch was begun on it yet. */
export function isAsRestored(state: StoredRegisterState, { restored }: SeenRegister): boolean {
  if (restored === undefined || restored.log !== logOf(state)) return false;
  return restored.mac === undefined || restored.mac === state.mac;
}

/** Tells the keys that a state lists, and their standing, from those of another state. */
export function boundKeysOf({ keys }: Pick<RegisterState, 'keys'>): string {
  return sortedText(keys);
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
 * What a record of a plan adds to the sum of the plan. It is keyed: without the key nobody can find other bindings with
 * the same sum (AdHash, Bellare and Micciancio 1997, over a MAC).
 */
export function planNumber(key: Uint8Array, { id, mac }: PlanBinding): bigint {
  return BigInt(`0x${macOf(key, 'bindingNumber', [id, mac])}`);
}

/** What bindings of certificates add to the sum of the register. */
export function sumOf(key: Uint8Array, bindings: readonly SummedBinding[], { tagsSummedAt }: SumCoverage): bigint {
  const numberOf = (one: SummedBinding): bigint =>
    tagsSummedAt === null
      ? planNumber(key, one)
      : BigInt(`0x${macOf(key, 'taggedBinding', [one.id, one.mac, one.numberTag, one.tokenTag])}`);
  return bindings.reduce((sum, one) => sum + numberOf(one), 0n);
}

/** Whether these are all bindings, as they were stored last. */
export function isTotalOf({ bindings, bindingSum }: TotalOfBindings, total: TotalOfBindings): boolean {
  return bindings === total.bindings && bindingSum === total.bindingSum;
}

/** Binding of one record of a plan. */
export interface PlanBinding {
  readonly id: string;
  /** HMAC-SHA-256 in hex. */
  readonly mac: string;
}

/** Sum over the bindings of a plan, in any order. 64 hex digits. */
export function planSum(key: Uint8Array, bindings: readonly PlanBinding[]): string {
  return addToSum(
    NO_BINDINGS,
    bindings.reduce((sum, one) => sum + planNumber(key, one), 0n),
  );
}

/** @param sum 64 hex digits; `added` may be negative */
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
  outcomesBoundAt,
  tagsSummedAt,
}: RegisterState): (string | number)[] {
  const cells = [changes, logSize, logRoot, sortedText(keys), bindings, bindingSum];
  // A state is hashed as before there was what it lacks.
  const outcomes = outcomesBoundAt === null ? [] : [outcomesBoundAt];
  const later = tagsSummedAt === null ? outcomes : [...outcomes, 'tags', tagsSummedAt];
  return epochs.length === 0 ? cells : [...cells, sortedText(plans), JSON.stringify(epochs), ...later];
}

function sortedText(byId: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(Object.entries(byId).sort(([one], [other]) => (one < other ? -1 : 1)));
}
