import type { QueryFunction } from '../../../platform/index.js';
import { type HeadRow, logHead } from '../data/log-reads.js';
import { entriesBehind, entryCount, hashesBehind, storedEntries, storedHashes } from '../data/log-rereading.js';
import { type Checkpoint, readCheckpoint } from '../log/checkpoint.js';
import { type Finding, finding } from '../log/findings.js';
import { type FilledTree, Frontier } from '../log/frontier.js';
import type { Hash } from '../log/hashing.js';
import { type NoteKey, signedBy } from '../log/note.js';
import { Rereading } from '../log/rereading.js';
import { levelOfHeight, TILE_WIDTH } from '../log/tiles.js';

/** A checkpoint that somebody kept. */
export interface KeptCheckpoint {
  readonly file: string;
  readonly checkpoint: Checkpoint;
}

export interface LogCheckFacts {
  /** All log keys that the academy has ever used. */
  readonly keys: readonly (NoteKey & { readonly trusted: boolean })[];
  readonly since: readonly KeptCheckpoint[];
  /** Checkpoints in receipts. */
  readonly inReceipts: readonly string[];
}

/** A hash above the lowest level that does not follow from the entries. */
interface HigherHash {
  readonly level: number;
  readonly position: number;
  readonly gone: boolean;
}

export interface LogReport {
  readonly size: number;
  readonly root: Hash;
  readonly findings: readonly Finding[];
  /** Those of the checkpoints in receipts that no key has signed, or that do not lead to the log. */
  readonly foreign: readonly string[];
}

const AT_ONCE = TILE_WIDTH * 16;
/** Entries that may be gone; a size further beyond those that are stored is not believed. */
const MOST_GONE = 1_000_000;

/**
 * Reads the whole log and compares it with its tiles, the signed checkpoint, and checkpoints that others kept.
 */
export async function checkLog(query: QueryFunction, { keys, since, inReceipts }: LogCheckFacts): Promise<LogReport> {
  const head = await logHead(query);
  if (!head) return { size: 0, root: Frontier.empty().root, findings: [finding('headGone', {})], foreign: inReceipts };
  const receipts = inReceipts.map((text: unknown) => ({
    text: text as string,
    checkpoint: typeof text === 'string' ? readCheckpoint(text) : null,
  }));
  const checkpoint = head.checkpoint === null ? null : readCheckpoint(head.checkpoint);
  const stored = await entryCount(query);
  const size = checkpoint?.size ?? (Number.isSafeInteger(head.size) ? head.size : stored);
  // Reading up to any size that somebody has written might never end; the root shows that something is missing.
  const end = Math.min(size, stored + MOST_GONE);
  const rereading = new Rereading(new Set([...since, ...receipts].map((one) => one.checkpoint?.size ?? 0)));
  const higher: FilledTree[] = [];
  const tiles: HigherHash[] = [];
  for (let from = 0; from < end; from += AT_ONCE) {
    const entries = await storedEntries(query, from, Math.min(from + AT_ONCE, end));
    for (const entry of entries) higher.push(...rereading.take(entry));
    tiles.push(...(await alteredHashes(query, higher.splice(0))));
  }
  const signed = checkpoint?.root ?? head.root;
  const own = rereading.findings(signed);
  const rewritten = !rereading.root.equals(signed);
  return {
    size,
    root: rereading.root,
    findings: [
      ...headFindings(head, checkpoint, keys),
      ...own,
      ...tiles.map((hash) => (rewritten ? asRange(hash) : asHash(hash))),
      ...(await behind(query, size)),
      ...since.flatMap((kept) => sinceFindings(kept, { rereading, size, keys })),
    ],
    foreign: receipts
      .filter(({ checkpoint: kept }) => !kept || !leadsTo(rereading, kept) || signedBy(kept.note, keys) === null)
      .map(({ text }) => text),
  };
}

async function alteredHashes(query: QueryFunction, made: readonly FilledTree[]): Promise<HigherHash[]> {
  const found: HigherHash[] = [];
  for (const level of new Set(made.map(({ height }) => levelOfHeight(height) ?? 0))) {
    const own = made.filter(({ height }) => levelOfHeight(height) === level);
    const places = own.map(({ index }) => index);
    const stored = await storedHashes(query, level, { from: Math.min(...places), to: Math.max(...places) + 1 });
    for (const { index: position, hash } of own) {
      const kept = stored.get(position);
      if (!kept?.equals(hash)) found.push({ level, position, gone: kept === undefined });
    }
  }
  return found;
}

function asHash({ level, position, gone }: HigherHash): Finding {
  return finding(gone ? 'hashGone' : 'hashAltered', { level, position });
}

/** If the entries do not lead to the signed root, a differing hash narrows down which entries were altered. */
function asRange({ level, position, gone }: HigherHash): Finding {
  const width = TILE_WIDTH ** level;
  return gone
    ? finding('hashGone', { level, position })
    : finding('rangeAltered', { from: position * width, to: (position + 1) * width - 1 });
}

function headFindings(head: HeadRow, checkpoint: Checkpoint | null, keys: LogCheckFacts['keys']): Finding[] {
  if (checkpoint === null) return head.size === 0 && head.checkpoint === null ? [] : [finding('notSigned', {})];
  const found: Finding[] = [];
  if (!signedBy(checkpoint.note, keys)?.trusted) found.push(finding('notSigned', {}));
  if (checkpoint.size !== head.size || !checkpoint.root.equals(head.root))
    found.push(finding('headNotSigned', { size: head.size, signed: checkpoint.size }));
  if (!edgeLeadsToRoot(head)) found.push(finding('edgeWrong', {}));
  return found;
}

function edgeLeadsToRoot({ size, edge, root }: HeadRow): boolean {
  try {
    return Frontier.of(size, edge).root.equals(root);
  } catch {
    return false;
  }
}

/** The log may grow during the check: only rows beyond its end at the end of the check were inserted by hand. */
async function behind(query: QueryFunction, size: number): Promise<Finding[]> {
  const [entries, hashes] = [await entriesBehind(query, size), await hashesBehind(query, size)];
  if (entries.length === 0 && hashes.length === 0) return [];
  const now = (await logHead(query))?.size ?? 0;
  const end = Number.isSafeInteger(now) ? Math.max(size, now) : size;
  return [
    ...entries
      .filter((position) => !Number.isInteger(position) || position < 0 || position >= end)
      .map((position) => finding('entryUnsigned', { position })),
    ...hashes
      .filter(
        ({ level, position }) =>
          ![level, position].every(Number.isInteger) ||
          position < 0 ||
          position >= Math.floor(end / TILE_WIDTH ** level),
      )
      .map((hash) => finding('hashUnsigned', hash)),
  ];
}

function sinceFindings(
  { file, checkpoint }: KeptCheckpoint,
  {
    rereading,
    size,
    keys,
  }: { readonly rereading: Rereading; readonly size: number; readonly keys: LogCheckFacts['keys'] },
): Finding[] {
  const old = checkpoint.size;
  // A key compromised later still shows what was signed then: a forged checkpoint would not fit the log anyway.
  if (signedBy(checkpoint.note, keys) === null) return [finding('sinceNotSigned', { file })];
  if (old > size) return [finding('sinceLonger', { file, old, size })];
  return leadsTo(rereading, checkpoint) ? [] : [finding('sinceDiffers', { file, old })];
}

function leadsTo(rereading: Rereading, { size, root }: Checkpoint): boolean {
  return rereading.rootAt(size)?.equals(root) ?? false;
}
