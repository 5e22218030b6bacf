import { type QueryFunction, type QueriedDatabase, missingTriggers, type Keys } from '../../../platform/index.js';
import { registerKeyFrom } from '../../binding/index.js';
import { ownKeysFrom, type PublicKey } from '../../documents/index.js';
import { allIssuerKeys, keyName, logKeysAmong, publicKey } from '../../issuer/index.js';
import {
  checkLog,
  type Finding,
  finding,
  type KeptCheckpoint,
  logHead,
  readCheckpoint,
  foreignObjects,
  missingRegisterIndexes,
  registerIndexFaults,
} from '../../log/index.js';
import { receiptCheckpoints, receiptsWith } from '../../verification/index.js';
import { checkBoundRecords, type VerifyKeys } from './checks/check-bound-records.js';
import { checkKeptAnswers } from './checks/check-kept-answers.js';
import { checkLoggedCertificates } from './checks/check-logged-certificates.js';
import { checkOutcomes } from './checks/check-outcomes.js';
import { checkLeftovers } from './checks/check-leftovers.js';
import { checkStatusLists } from './checks/check-status-lists.js';
import { checkStateAndSum } from './checks/check-state-and-sum.js';
import { readableAsync, readableReport } from './readable.js';

export interface LogVerification {
  readonly origin: string | null;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly certificates: number;
  readonly withoutDocuments: number;
  /** Logged long after their date of issue, like certificates older than the log. */
  readonly loggedLate: number;
  /** Whether the bindings were not checked because the master key is missing. */
  readonly withoutKey: boolean;
  /** Missing or disabled triggers that protect the register. */
  readonly missingTriggers: readonly string[];
  /** One sentence per finding; empty if everything agrees. */
  readonly faults: readonly string[];
}

/** Reports of checks that could not be done. */
const NO_LOG = { size: 0, root: Buffer.alloc(0), foreign: [] };
const NO_CERTIFICATES = { certificates: 0, withoutDocuments: 0, loggedLate: 0 };

/** A checkpoint that somebody kept. */
export interface KeptFile {
  readonly file: string;
  readonly text: string;
}

/** Keys for checking the bindings. */
export function verifyKeysFrom(keys: Keys): VerifyKeys {
  return { register: registerKeyFrom(keys), issuer: keys.of('issuer keys') };
}

/**
 * Reads the whole log and compares it with its tiles, its signature, checkpoints that others kept, and everything that
 * is served: certificates, status lists bit by bit, numbers, keys, receipts. Only reads. `keys`: `null` without the
 * master key, as on a copy elsewhere.
 * @throws NoCheckpoint if a kept file is not a checkpoint
 */
export async function verifyLog(
  database: QueriedDatabase,
  since: readonly KeptFile[] = [],
  keys: VerifyKeys | null = null,
): Promise<LogVerification> {
  const { query } = database;
  const kept = since.map(({ file, text }): KeptCheckpoint => {
    const checkpoint = readCheckpoint(text);
    if (!checkpoint) throw new NoCheckpoint(`${file} is no checkpoint of a log.`);
    return { file, checkpoint };
  });
  // Before the head: the log may grow, but a receipt never names more entries than there are.
  const inReceipts = await receiptCheckpoints(query);
  const keysOfLog = logKeysAmong(await allIssuerKeys(query));
  const log = await readableReport(
    'The certificate log',
    () => checkLog(query, { keys: keysOfLog, since: kept, inReceipts }),
    NO_LOG,
  );
  const records = await readableReport(
    'The certificates',
    () => checkLoggedCertificates(query, keys?.register ?? null),
    NO_CERTIFICATES,
  );
  const signers = await assertionKeys(query);
  const others = [
    ...(await unreadableKeys(query)),
    ...(await foreignObjects(database)).map((name) => finding('foreignTrigger', { name })),
    ...(await missingRegisterIndexes(database)).map((name) => finding('indexMissing', { name })),
    ...(await registerIndexFaults(database)).map((fault) => finding('indexAltered', { fault })),
    ...(await readableAsync('What is left over', () => checkLeftovers(query))),
    ...(await readableAsync('The outcomes', () => checkOutcomes(query, keys?.register ?? null))),
    ...(await checkReceiptCheckpoints(query, log.foreign)),
    ...(await readableAsync('The status lists', () => checkStatusLists(query, signers))),
    ...(keys ? await boundFindings(query, { keys, signers }) : []),
  ];
  const head = await logHead(query);
  return {
    origin: readCheckpoint(head?.checkpoint ?? '')?.origin ?? null,
    size: log.size,
    root: log.root.toString('base64'),
    certificates: records.certificates,
    withoutDocuments: records.withoutDocuments,
    loggedLate: records.loggedLate,
    withoutKey: keys === null,
    missingTriggers: await missingTriggers(database),
    faults: [...log.findings, ...records.findings, ...others].map(({ text }) => text),
  };
}

/** Checks that need the master key. */
async function boundFindings(
  query: QueryFunction,
  { keys, signers }: { readonly keys: VerifyKeys; readonly signers: readonly PublicKey[] },
): Promise<Finding[]> {
  return [
    ...(await readableAsync('The register as a whole', () => checkStateAndSum(query, keys))),
    ...(await checkBoundRecords(query, keys)),
    ...(await checkKeptAnswers(query, {
      register: keys.register,
      own: ownKeysFrom(signers),
      unbound: keys.seen?.unbound,
    })),
  ];
}

export class NoCheckpoint extends Error {}

async function checkReceiptCheckpoints(query: QueryFunction, foreign: readonly string[]): Promise<Finding[]> {
  const found: Finding[] = [];
  for (const checkpoint of foreign)
    for (const reference of await receiptsWith(query, checkpoint))
      found.push(finding('receiptCheckpoint', { reference }));
  return found;
}

async function unreadableKeys(query: QueryFunction): Promise<Finding[]> {
  const keys = (await allIssuerKeys(query)).filter(({ isReadable }) => !isReadable);
  return keys.map((key) => finding('unreadable', { what: `Key ${keyName(key)}` }));
}

/** Keys that may have signed a status list, including those compromised since. */
async function assertionKeys(query: QueryFunction): Promise<PublicKey[]> {
  const keys = (await allIssuerKeys(query)).filter(({ isReadable }) => isReadable);
  return keys.map((key) => ({ ...publicKey(key), state: 'active', retiredAt: null, compromisedAt: null }));
}
