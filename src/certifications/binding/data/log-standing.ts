import type { QueryFunction, Transaction } from '../../../platform/index.js';
import {
  appendToLog,
  type DocumentHashes,
  bindingHolds,
  type LogEvent,
  type LogEventKind,
  type LogWriter,
  LogHasBeenChanged,
  lockRegister,
} from '../../log/index.js';
import { type RegisterRecord, registerRecords } from './register-records.js';

/** A certificate that an act has bound. */
export interface ToLog {
  readonly id: string;
  /** Hashes of the documents that the act has stored. */
  readonly forms?: DocumentHashes;
}

/**
 * Logs all events of these certificates, and of those that they replace, that are not in the log yet. Call it as a last
 * step of the transaction, with all certificates that the act has bound. A certificate is logged once its documents are
 * made, together with earlier events. Repeated calls log nothing twice. What is logged comes from the one read, after
 * the last lock, that was compared with the bindings; an altered certificate that an earlier act replaced is left out.
 * @throws LogHasBeenChanged if one of these certificates is no longer what was bound
 */
export async function logStanding(tx: Transaction, logging: LogWriter, certificates: readonly ToLog[]): Promise<void> {
  await lockRegister(tx, logging.register);
  const forms = new Map(certificates.map((one) => [one.id, one.forms]));
  const read = (ids: readonly (string | null)[]): Promise<RegisterRecord[]> =>
    boundRecords(tx.query, logging.register.key, new Set(ids));
  const own = await read([...forms.keys()]);
  if (own.length !== forms.size) throw new LogHasBeenChanged('certificates to log are not what was bound');
  const replaced = await read(
    own.map(({ frozen }) => frozen.supersedesId).filter((id) => id === null || !forms.has(id)),
  );
  const successors = new Map(
    [...own, ...(await read(own.map(successorOf)))].map((one) => [one.id, one.credentialHash]),
  );
  const events = [...own, ...replaced].sort(byIssue).flatMap((one) => {
    const replacedBy = successors.get(successorOf(one) ?? '') ?? null;
    return eventsDue(one, replacedBy).map((kind) => eventOf(one, kind, { replacedBy, forms: forms.get(one.id) }));
  });
  await appendToLog(tx, logging, events.sort(issuesFirst));
}

/** Those that are what was bound. */
async function boundRecords(
  query: QueryFunction,
  key: Uint8Array,
  ids: ReadonlySet<string | null>,
): Promise<RegisterRecord[]> {
  const records = await registerRecords(
    query,
    [...ids].filter((id) => id !== null),
  );
  return records.filter(({ bound, binding, isDoubled }) => !isDoubled && binding && bindingHolds(key, bound, binding));
}

/** The certificate that replaces this one, other than by a renewal. */
function successorOf({ bound: { neighbours } }: RegisterRecord): string | null {
  const [id, , , byRenewal] = neighbours[0] ?? [];
  return typeof id === 'string' && byRenewal === 0 ? id : null;
}

function eventsDue({ state, credentialHash, entries }: RegisterRecord, replacedBy: string | null): LogEventKind[] {
  if (credentialHash === null) return [];
  const happened: LogEventKind[] = ['issue'];
  if (state === 'revoked') happened.push('revoke');
  if (state !== 'valid' && replacedBy !== null) happened.push('reissue');
  return happened.filter((kind) => !entries.some((entry) => entry.kind === kind));
}

function eventOf(
  { id: certificateId, number, credentialHash, binding, reason }: RegisterRecord,
  kind: LogEventKind,
  { replacedBy, forms }: { readonly replacedBy: string | null; readonly forms: DocumentHashes | undefined },
): LogEvent {
  const event = { certificateId, kind, credentialHash: credentialHash ?? '' };
  if (kind === 'revoke') return { ...event, reason };
  if (kind === 'reissue') return { ...event, replacedBy };
  if (!forms) throw new LogHasBeenChanged(`certificate ${number} has documents, and its issue is not logged`);
  return { ...event, record: binding?.record ?? null, forms };
}

function byIssue({ frozen: one }: RegisterRecord, { frozen: other }: RegisterRecord): number {
  return one.issuedAt - other.issuedAt || (one.numberKey < other.numberKey ? -1 : 1);
}

/** A replacement must be logged before the replaced certificate. */
function issuesFirst(one: LogEvent, other: LogEvent): number {
  return Number(one.kind !== 'issue') - Number(other.kind !== 'issue');
}
