import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { BackupKey } from '../files/keys.js';
import { BackupFault } from './backup-fault.js';

export const MANIFEST = 'manifest.json';
export const SUMS = 'SHA256SUMS';
export const DATABASE_FILES = { sqlite: 'academy.sqlite', postgresql: 'academy.pgdump' } as const;
export type DatabaseKind = keyof typeof DATABASE_FILES;

/** The description of a backup that is stored in it. */
export interface Manifest {
  readonly format: 'academy-backup';
  readonly formatVersion: 1;
  readonly product: { readonly name: string; readonly version: string };
  /** `2026-03-02T01:00:00Z` */
  readonly madeAt: string;
  readonly madeBy: 'command' | 'schedule';
  /** `PUBLIC_URL` of the academy. */
  readonly address: string;
  readonly database: {
    readonly kind: DatabaseKind;
    /** The version of SQLite or of the PostgreSQL server. */
    readonly version: string;
    readonly file: string;
    readonly bytes: number;
    /** Hex. */
    readonly sha256: string;
  };
  readonly schema: { readonly migration: string | null; readonly migrations: number };
  /** Rows of each table at the time of the copy. */
  readonly counts: Readonly<Record<string, number>>;
  /** The latest checkpoint of the public log at the time of the copy. */
  readonly checkpoint: string | null;
  /** MAC of the register's state at the time of the copy; `null` if there was none. Older backups do not have it. */
  readonly registerMac?: string | null;
  /** Identifies the master key that belongs to the database without revealing it; `null` if there was no key. */
  readonly keyFingerprint: string | null;
  /** HMAC-SHA-256 of all fields above under the master key, hex; `null` if there was no key. */
  readonly mac: string | null;
}

export type ManifestBody = Omit<Manifest, 'mac'>;

export function withMac(manifest: ManifestBody, key: BackupKey | null): Manifest {
  return { ...manifest, mac: key && macOf(manifest, key) };
}

/** Whether the manifest was written with this master key and has not changed since. */
export function isAuthentic({ mac, ...manifest }: Manifest, key: BackupKey): boolean {
  if (mac === null) return false;
  const [noted, computed] = [Buffer.from(mac, 'hex'), Buffer.from(macOf(manifest, key), 'hex')];
  return noted.length === computed.length && timingSafeEqual(noted, computed);
}

function macOf(manifest: ManifestBody, { secret }: BackupKey): string {
  return createHmac('sha256', Buffer.from(secret, 'hex')).update(sorted(manifest)).digest('hex');
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([one], [other]) => (one < other ? -1 : 1)))
      : part,
  );
}

export function textOfManifest(manifest: Manifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** For `sha256sum --check`, if the product is not available. */
export function sumsOf({ database }: Manifest, manifestText: string): string {
  return `${database.sha256}  ${database.file}\n${hashOfText(manifestText)}  ${MANIFEST}\n`;
}

export function hashOfText(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** @throws BackupFault if it is not a manifest that this version can read */
export function readManifest(file: string, text: string): Manifest {
  const value = parsed(text);
  if (!isRecord(value) || value['format'] !== 'academy-backup')
    throw new BackupFault(`${file} is no backup of this product.`);
  if (value['formatVersion'] !== 1) throw new BackupFault(`${file} was made by a newer version of the product.`);
  if (!isManifest(value)) throw new BackupFault(`${file} is damaged: its manifest is not whole.`);
  return value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isManifest(value: Record<string, unknown>): value is Record<string, unknown> & Manifest {
  const { product, database, schema, counts } = value;
  return (
    isRecord(product) &&
    isText(product['version']) &&
    isRecord(database) &&
    isKind(database['kind']) &&
    database['file'] === DATABASE_FILES[database['kind']] &&
    isCount(database['bytes']) &&
    isHash(database['sha256']) &&
    isText(database['version']) &&
    isRecord(schema) &&
    (schema['migration'] === null || isText(schema['migration'])) &&
    isCount(schema['migrations']) &&
    isRecord(counts) &&
    Object.values(counts).every(isCount) &&
    isText(value['madeAt']) &&
    (value['madeBy'] === 'command' || value['madeBy'] === 'schedule') &&
    isText(value['address']) &&
    [value['checkpoint'], value['registerMac'] ?? null, value['keyFingerprint'], value['mac']].every(
      (one) => one === null || isText(one),
    )
  );
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
const isHash = (value: unknown): boolean => isText(value) && /^[0-9a-f]{64}$/.test(value);
const isKind = (value: unknown): value is DatabaseKind => value === 'sqlite' || value === 'postgresql';
