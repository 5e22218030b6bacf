import { Busy, type Transaction } from '../../../platform/index.js';
import { readCheckpoint, signCheckpoint } from '../log/checkpoint.js';
import { entryText, type LogEventKind } from '../log/entry.js';
import { type FilledTree, Frontier } from '../log/frontier.js';
import { leafHash } from '../log/hashing.js';
import type { LogSigner } from '../log/log-keys.js';
import { keyIdOf, type NoteSigner, signedBy } from '../log/note.js';
import type { RegisterWriter } from '../log/register-state.js';
import { levelOfHeight } from '../log/tiles.js';
import { lastEntry } from './last-entry.js';
import { LogEntry } from './log-entry.entity.js';
import { LogHasBeenChanged } from './log-has-been-changed.js';
import { LogHash } from './log-hash.entity.js';
import { LOG_HEAD_ID, LogHead } from './log-head.entity.js';
import { loggedAbout } from './log-subjects.js';
import { lockRegister } from './locked-register.js';

export interface Logging {
  readonly signer: LogSigner;
  readonly register: RegisterWriter;
}

export interface LogEvent {
  readonly certificateId: string;
  /** `reissue` concerns the replaced certificate; the new one has its own `issue`. */
  readonly kind: LogEventKind;
  /** SHA-256, in hex, of the signed credential's JCS form. */
  readonly credentialHash: string;
}

const AT_ONCE = 500;
/** Seconds. */
const RETRY_AFTER = 1;

/**
 * Appends events of certificates in their own transaction and signs the new head. The other hashes of an entry (row,
 * documents, reason) are read from the tables: write those first. Nobody else can append until the transaction ends:
 * call it once, as one of its last steps, with all events.
 * The database refuses a second event of the same kind for a certificate.
 * @throws LogHasBeenChanged if the stored log differs from what was signed: a tampered log is not continued
 * @throws Busy if keys were changed since the signer was read: it, or what it is to log, may be signed by an old one
 */
export async function appendToLog(
  tx: Transaction,
  { signer, register: writer }: Logging,
  events: readonly LogEvent[],
): Promise<void> {
  if (events.length === 0) return;
  const register = await lockRegister(tx, writer);
  if (register.boundKeys !== signer.boundKeys) throw new Busy(RETRY_AFTER);
  if (register.hashesAhead) throw new LogHasBeenChanged('some of its hashes belong to no signed entry');
  const head = await tx.lock(LogHead, LOG_HEAD_ID);
  if (!head) throw new LogHasBeenChanged('its head is gone');
  const frontier = frontierOf(head, signer);
  const at = await timeOfNext(tx, frontier);
  const about = await loggedAbout(tx.query, events);
  const filled: FilledTree[] = [];
  const entries = events.map((event, nth): LogEntry => {
    const text = entryText({ ...about[nth], ...event, at });
    const position = frontier.size;
    filled.push(...frontier.add(leafHash(Buffer.from(text))));
    return { position, ...event, at, text };
  });
  await inParts(entries, (some) => tx.of(LogEntry).insert(some));
  await inParts(filled.flatMap(asStored), (some) => tx.of(LogHash).insert(some));
  const { size, root, hashes } = frontier;
  const edge = hashes.map((hash) => hash.toString('base64'));
  await tx
    .of(LogHead)
    .update(
      { id: LOG_HEAD_ID },
      { size, root: root.toString('base64'), edge, checkpoint: signCheckpoint({ size, root }, signer), at },
    );
  await register.logged(size, root.toString('base64'));
}

/**
 * Signs the current head with another key, after the last one was retired or compromised.
 * @throws LogHasBeenChanged
 */
export async function resignLog(tx: Transaction, signer: NoteSigner): Promise<void> {
  const head = await tx.lock(LogHead, LOG_HEAD_ID);
  if (!head) throw new LogHasBeenChanged('its head is gone');
  const { size, root } = frontierOf(head, signer);
  await tx.of(LogHead).update({ id: LOG_HEAD_ID }, { checkpoint: signCheckpoint({ size, root }, signer), at: tx.now });
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
function frontierOf({ size, root, edge, checkpoint }: LogHead, signer: NoteSigner): Frontier {
  const frontier = Frontier.of(
    size,
    edge.map((hash) => Buffer.from(hash, 'base64')),
  );
  if (frontier.root.toString('base64') !== root) throw new LogHasBeenChanged('its edge does not lead to its root');
  if (size === 0 && checkpoint === null) return frontier;
  const signed = checkpoint === null ? null : readCheckpoint(checkpoint);
  if (signed === null || signed.size !== size || signed.root.toString('base64') !== root)
    throw new LogHasBeenChanged('its head is not the one that was signed');
  const ours = signed.note.signatures.some(({ name, keyId }) => name === signer.name && keyId === keyIdOf(signer));
  if (ours && signedBy(signed.note, [signer]) === null)
    throw new LogHasBeenChanged('the signature of its head does not hold');
  return frontier;
}

function asStored({ height, index, hash }: FilledTree): LogHash[] {
  const level = levelOfHeight(height);
  return level === null ? [] : [{ level, position: index, hash: hash.toString('base64') }];
}

async function inParts<Row>(rows: readonly Row[], store: (some: Row[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += AT_ONCE) await store(rows.slice(from, from + AT_ONCE));
}
