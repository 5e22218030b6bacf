import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashOfText } from './entry.js';

/*
 * A row that the product has written is told from one that somebody wrote into the database by a MAC, whose key is
 * derived from the master key. The MAC is over everything of the record that strangers are shown.
 */

/** What is hashed by itself, so that a check can say which part of a record was altered. */
export const BOUND_PARTS = ['row', 'standing', 'history', 'hidings', 'seal', 'neighbours'] as const;
export type BoundPart = (typeof BOUND_PARTS)[number];

export type Cell = string | number | null;

/**
 * A stored number, or `null`, as a cell. PostgreSQL answers large ones as text. SQLite keeps whatever it cannot turn
 * into a number, such as a text or a blob, and compares it in its own way: its cell equals no number's.
 */
export function numberCell(stored: unknown): Cell {
  if (stored === null || typeof stored === 'number') return stored;
  return typeof stored === 'string' && WHOLE.test(stored) ? Number(stored) : `not a number: ${JSON.stringify(stored)}`;
}

const WHOLE = /^-?\d{1,16}$/;

/** A certificate's record as the database has it. Lists of rows are in the order of their ids. */
export interface BoundState {
  readonly id: string;
  /** The frozen columns. */
  readonly row: readonly Cell[];
  readonly standing: readonly Cell[];
  readonly history: readonly (readonly Cell[])[];
  readonly hidings: readonly (readonly Cell[])[];
  /** `null`: without documents. */
  readonly seal: readonly Cell[] | null;
  /** The certificates after and before this one, as its page names them. */
  readonly neighbours: readonly (readonly Cell[] | null)[];
}

/** By which act a certificate came to be bound. `upgrade`: it was issued before there were bindings. */
export const BINDING_ACTS = ['issuance', 'replacement', 'renewal', 'upgrade'] as const;
export type BindingAct = (typeof BINDING_ACTS)[number];

export interface Binding {
  readonly act: BindingAct;
  /** Epoch milliseconds: when the act took place. */
  readonly actedAt: number;
  /** The hash of the frozen row as the log keeps it (`recordHash`). */
  readonly record: string;
  /** The hash of each part, as JSON. */
  readonly parts: string;
  /** HMAC-SHA-256, in hexadecimal digits. */
  readonly mac: string;
}

const VERSION = 1;

export function hashParts(state: BoundState): Record<BoundPart, string> {
  return Object.fromEntries(BOUND_PARTS.map((part) => [part, hashOfText(textOf(state[part]))])) as Record<
    BoundPart,
    string
  >;
}

/** @param key 32 bytes */
export function bindState(
  key: Uint8Array,
  state: BoundState,
  { act, actedAt, record }: Pick<Binding, 'act' | 'actedAt' | 'record'>,
): Binding {
  const parts = JSON.stringify(hashParts(state));
  return { act, actedAt, record, parts, mac: macOf(key, 'certificate', [state.id, act, actedAt, record, parts]) };
}

/** The parts that are not as they were bound. Says nothing of whether the binding itself is genuine. */
export function alteredParts(state: BoundState, { parts }: Pick<Binding, 'parts'>): BoundPart[] {
  const now = hashParts(state);
  const then = readParts(parts);
  return BOUND_PARTS.filter((part) => now[part] !== then[part]);
}

/** Whether a binding was made with this key for this certificate. */
export function isGenuine(key: Uint8Array, id: string, { act, actedAt, record, parts, mac }: Binding): boolean {
  return macHolds(key, 'certificate', { cells: [id, act, actedAt, record, parts], mac });
}

export function bindingHolds(key: Uint8Array, state: BoundState, binding: Binding): boolean {
  return isGenuine(key, state.id, binding) && alteredParts(state, binding).length === 0;
}

/** What a certificate is found by beside its own columns. */
export interface LookUpTags {
  /** Of the number as it is compared. HMAC-SHA-256, in hexadecimal digits. */
  readonly numberTag: string;
  /** Of the random part of its address. */
  readonly tokenTag: string;
}

export function numberTag(key: Uint8Array, numberKey: string): string {
  return macOf(key, 'numberTag', [numberKey]);
}

export function tokenTag(key: Uint8Array, token: string): string {
  return macOf(key, 'tokenTag', [token]);
}

export function lookUpTags(
  key: Uint8Array,
  { numberKey, token }: { readonly numberKey: string; readonly token: string },
): LookUpTags {
  return { numberTag: numberTag(key, numberKey), tokenTag: tokenTag(key, token) };
}

/** The MAC of any other record. `kind` keeps one record's MAC from being used for another's. */
export function macOf(key: Uint8Array, kind: string, cells: readonly Cell[]): string {
  return createHmac('sha256', key)
    .update(textOf([kind, VERSION, ...cells]))
    .digest('hex');
}

export function macHolds(
  key: Uint8Array,
  kind: string,
  { cells, mac }: { readonly cells: readonly Cell[]; readonly mac: string },
): boolean {
  const [made, stored] = [Buffer.from(macOf(key, kind, cells)), Buffer.from(mac)];
  return made.length === stored.length && timingSafeEqual(made, stored);
}

/** As JSON, in which numbers that are not finite differ from `null`, for which JSON alone writes them. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'number' && !Number.isFinite(one) ? { notFinite: String(one) } : one,
  );
}

function readParts(text: string): Partial<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}
