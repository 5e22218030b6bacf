import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashOfText } from './entry.js';

/*
 * A MAC distinguishes rows that the product wrote from rows written directly into the database. Its key is derived from
 * the master key. It covers everything of the record that the public can see.
 */

/** Parts are hashed separately, so that a check can name the altered part of a record. */
export const BOUND_PARTS = ['row', 'standing', 'history', 'hidings', 'seal', 'neighbours'] as const;
export type BoundPart = (typeof BOUND_PARTS)[number];

export type Cell = string | number | null;

/**
 * A stored number or `null` as a cell. PostgreSQL returns large numbers as text. SQLite stores values that are not
 * numbers, such as text or blobs, and compares them differently: their cell never equals a number's.
 */
export function numberCell(stored: unknown): Cell {
  if (stored === null || (typeof stored === 'number' && Number.isFinite(stored))) return stored;
  if (typeof stored === 'string' && WHOLE.test(stored)) return Number(stored);
  return `not a number: ${typeof stored === 'number' ? String(stored) : JSON.stringify(stored)}`;
}

/** As `numberCell`, of a column without `null`: `NaN`, which equals nothing, if it is no number. */
export function storedNumber(stored: unknown): number {
  const cell = numberCell(stored);
  return typeof cell === 'number' ? cell : Number.NaN;
}

/** As `storedNumber`, of a column with `null`. */
export function storedNumberOrNull(stored: unknown): number | null {
  return stored === null ? null : storedNumber(stored);
}

const WHOLE = /^-?\d{1,16}$/;

/** A certificate's record as stored. Lists of rows are ordered by id. */
export interface BoundState {
  readonly id: string;
  /** The frozen columns. */
  readonly row: readonly Cell[];
  readonly standing: readonly Cell[];
  readonly history: readonly (readonly Cell[])[];
  readonly hidings: readonly (readonly Cell[])[];
  /** `null`: without documents. */
  readonly seal: readonly Cell[] | null;
  /** Successor and predecessor, as the certificate's page names them. */
  readonly neighbours: readonly (readonly Cell[] | null)[];
}

/** The act that bound a certificate. `upgrade`: issued before there were bindings. */
export const BINDING_ACTS = ['issuance', 'replacement', 'renewal', 'upgrade'] as const;
export type BindingAct = (typeof BINDING_ACTS)[number];

export interface Binding {
  readonly act: BindingAct;
  /** Epoch milliseconds of the act. */
  readonly actedAt: number;
  /** Hash of the frozen row, as in the log (`recordHash`). */
  readonly record: string;
  /** The hash of each part, as JSON. */
  readonly parts: string;
  /** HMAC-SHA-256, in hex. */
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

/** Parts that differ from their binding. Does not check whether the binding itself is genuine. */
export function alteredParts(state: BoundState, { parts }: Pick<Binding, 'parts'>): BoundPart[] {
  const now = hashParts(state);
  const then = readParts(parts);
  return BOUND_PARTS.filter((part) => now[part] !== then[part]);
}

/** Whether this key made the binding for this certificate. */
export function isGenuine(key: Uint8Array, id: string, { act, actedAt, record, parts, mac }: Binding): boolean {
  return macHolds(key, 'certificate', { cells: [id, act, actedAt, record, parts], mac });
}

export function bindingHolds(key: Uint8Array, state: BoundState, binding: Binding): boolean {
  return isGenuine(key, state.id, binding) && alteredParts(state, binding).length === 0;
}

/** Keyed hashes for finding a certificate independently of its own columns. */
export interface LookUpTags {
  /** HMAC-SHA-256 of the canonical number, hex. */
  readonly numberTag: string;
  /** Of the token in its address. */
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

/** MAC of any other record. `kind` prevents the use of one record's MAC for a record of another kind. */
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
