import { Busy, type Transaction } from '../../../platform/index.js';
import { readCheckpoint, signCheckpoint } from '../log/checkpoint.js';
import { entryText, type LogEntryFacts } from '../log/entry.js';
import { type FilledTree, Frontier } from '../log/frontier.js';
import { leafHash } from '../log/hashing.js';
import type { LogKeys, LogSigner } from '../log/log-keys.js';
import { type NoteKey, signedBy } from '../log/note.js';
import type { RegisterWriter } from '../log/register-state.js';
import { levelOfHeight } from '../log/tiles.js';
import { lastEntry } from './last-entry.js';
import { LogEntry } from './log-entry.entity.js';
import { LogHasBeenChanged } from './log-has-been-changed.js';
import { LogHash } from './log-hash.entity.js';
import { LOG_HEAD_ID, LogHead } from './log-head.entity.js';
import { type LockedRegister, lockRegister } from './locked-register.js';

export interface LogWriter {
  readonly signer: LogSigner;
  readonly keys: Pick<LogKeys, 'everUsed'>;
  readonly register: RegisterWriter;
}

/** `reissue` concerns the replaced certificate; the new one has its own `issue`. */
export interface LogEvent extends Omit<LogEntryFacts, 'at'> {
  readonly certificateId: string;
}

const AT_ONCE = 500;
/** Seconds. */
const RETRY_AFTER = 1;

/**
 * Appends events of certificates in their own transaction and signs the new head. The caller has checked what they say.
 * Nobody else can append until the transaction ends: call it once, as one of its last steps, with all events.
 * The database refuses a second event of the same kind for a certificate.
 * @throws LogHasBeenChanged if the stored log differs from what was signed: a tampered log is not continued
 * @throws Busy if keys were changed since the signer was read: it, or what it is to log, may be signed by an old one
 */
export async function appendToLog(tx: Transaction, logging: LogWriter, events: readonly LogEvent[]): Promise<void> {
  if (events.length === 0) return;
  const { register, frontier } = await lockLog(tx, logging);
  if (register.boundKeys !== logging.signer.boundKeys) throw new Busy(RETRY_AFTER);
  if (register.hashesAhead) throw new LogHasBeenChanged('some of its hashes belong to no signed entry');
  const at = await timeOfNext(tx, frontier);
  const filled: FilledTree[] = [];
  const entries = events.map(({ certificateId, ...facts }): LogEntry => {
    const text = entryText({ ...facts, at });
    const position = frontier.size;
    filled.push(...frontier.add(leafHash(Buffer.from(text))));
    return { position, certificateId, kind: facts.kind, credentialHash: facts.credentialHash, at, text };
  });
  await inParts(entries, (some) => tx.of(LogEntry).insert(some));
  await inParts(filled.flatMap(asStored), (some) => tx.of(LogHash).insert(some));
  const { size, root, hashes } = frontier;
  const edge = hashes.map((hash) => hash.toString('base64'));
  const checkpoint = signCheckpoint({ size, root }, logging.signer);
  await tx.of(LogHead).update({ id: LOG_HEAD_ID }, { size, root: root.toString('base64'), edge, checkpoint, at });
  await register.logged(size, root.toString('base64'));
}

/**
 * Signs the current head with another key, after the last one was retired or compromised.
 * @throws LogHasBeenChanged
 */
export async function resignLog(tx: Transaction, logging: LogWriter): Promise<void> {
  const { size, root } = (await lockLog(tx, logging)).frontier;
  const checkpoint = signCheckpoint({ size, root }, logging.signer);
  await tx.of(LogHead).update({ id: LOG_HEAD_ID }, { checkpoint, at: tx.now });
}

interface LockedLog {
  readonly register: LockedRegister;
  readonly frontier: Frontier;
}

async function lockLog(tx: Transaction, { keys, register: writer }: LogWriter): Promise<LockedLog> {
  const register = await lockRegister(tx, writer);
  const head = await tx.lock(LogHead, LOG_HEAD_ID);
  if (!head) throw new LogHasBeenChanged('its head is gone');
  if (head.size !== register.logSize || head.root !== register.logRoot)
    throw new LogHasBeenChanged('its head is not that of the register');
  return { register, frontier: frontierOf(head, await keys.everUsed(tx.query)) };
}

/**
 * A transaction that began first may append last, and clocks may be set back: times in the log never go back. The last
 * time is read from the signed log, because a wrong time in the log cannot be corrected later.
 */
async function timeOfNext(tx: Transaction, { size, root }: Frontier): Promise<number> {
  if (size === 0) return tx.now;
  const last = await lastEntry(tx.query, { size, root });
  if (!last) throw new LogHasBeenChanged('its last entry is not the one that was signed');
  return Math.max(tx.now, last.at);
}

/** The frontier to append to, after checking that it is what was signed last. */
function frontierOf({ size, root, edge, checkpoint }: LogHead, keys: readonly NoteKey[]): Frontier {
  const frontier = Frontier.of(
    size,
    edge.map((hash) => Buffer.from(hash, 'base64')),
  );
  if (frontier.root.toString('base64') !== root) throw new LogHasBeenChanged('its edge does not lead to its root');
  if (size === 0 && checkpoint === null) return frontier;
  const signed = checkpoint === null ? null : readCheckpoint(checkpoint);
  if (signed === null || signed.size !== size || signed.root.toString('base64') !== root)
    throw new LogHasBeenChanged('its head is not the one that was signed');
  if (signedBy(signed.note, keys) === null)
    throw new LogHasBeenChanged('no key of the academy has signed its head, or a signature does not hold');
  return frontier;
}

function asStored({ height, index, hash }: FilledTree): LogHash[] {
  const level = levelOfHeight(height);
  return level === null ? [] : [{ level, position: index, hash: hash.toString('base64') }];
}

async function inParts<Row>(rows: readonly Row[], store: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await store(rows.slice(from, from + AT_ONCE));
}
