import type { Ask } from '../../platform/index.js';
import { allIssuerKeys } from '../data/issuer-keys.js';
import { logHead } from '../data/log-reads.js';
import { readCheckpoint } from '../log/checkpoint.js';
import type { NoteKey } from '../log/note.js';
import { checkLog, type KeptCheckpoint } from './check-log.js';
import { checkLoggedCertificates } from './check-logged-certificates.js';

export interface LogVerified {
  readonly origin: string | null;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly certificates: number;
  readonly unsealed: number;
  /** A sentence for each thing that is not as it was logged; none: all agrees. */
  readonly faults: readonly string[];
}

/**
 * Reads the log again from its first entry and compares it with its tiles, its signature, checkpoints that others kept,
 * and with every certificate as it stands in the records. Only reads.
 * @throws NoCheckpoint where a kept file is none
 */
export async function verifyLog(ask: Ask, since: readonly { readonly file: string; readonly text: string }[] = []): Promise<LogVerified> {
  const kept = since.map(({ file, text }): KeptCheckpoint => {
    const checkpoint = readCheckpoint(text);
    if (!checkpoint) throw new NoCheckpoint(`${file} is no checkpoint of a log.`);
    return { file, checkpoint };
  });
  const log = await checkLog(ask, { keys: await logKeys(ask), since: kept });
  const records = await checkLoggedCertificates(ask);
  const head = await logHead(ask);
  return {
    origin: readCheckpoint(head?.checkpoint ?? '')?.origin ?? null, size: log.size, root: log.root.toString('base64'),
    certificates: records.certificates, unsealed: records.unsealed, faults: [...log.findings, ...records.findings].map(({ text }) => text),
  };
}

export class NoCheckpoint extends Error {}

/** The academy's log keys of all times, also those that are no longer to be trusted. */
async function logKeys(ask: Ask): Promise<(NoteKey & { readonly trusted: boolean })[]> {
  const keys = await allIssuerKeys(ask);
  return keys.flatMap(({ kind, state, material }) => {
    if (kind !== 'log' || !('jwk' in material)) return [];
    return [{ name: material.name ?? '', publicKey: Buffer.from(material.jwk.x, 'base64url'), trusted: state !== 'compromised' }];
  });
}
