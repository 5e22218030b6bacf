import sql, { join } from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../../../platform/index.js';
import type { CertificateState } from '../../core/index.js';
import { appendToLog, inParts, type LogEvent, type LogEventKind, type Logging } from '../../log/index.js';
import { boundAsWritten } from './bind-certificates.js';

interface Standing {
  readonly id: string;
  readonly state: CertificateState;
  readonly credentialHash: string;
  /** Whether a replacement (not a renewal) with documents exists. */
  readonly replaced: boolean;
  readonly logged: readonly LogEventKind[];
}

/**
 * Logs all events of these certificates, and of those that they replace, that are not in the log yet. Call it as a last
 * step of the transaction. A certificate is logged once its documents are made, together with earlier events. Repeated
 * calls log nothing twice. Altered records are never logged: a certificate that does not match its binding is left out.
 */
export async function logStanding(tx: Transaction, logging: Logging, certificateIds: readonly string[]): Promise<void> {
  const { query } = tx;
  const standings = await inParts(certificateIds, (some) => standingsOf(query, some));
  const bound = await boundAsWritten(
    query,
    logging.register.key,
    standings.map(({ id }) => id),
  );
  const events = standings
    .filter(({ id }) => bound.has(id))
    .flatMap((one) =>
      eventsDue(one).map((kind) => ({ certificateId: one.id, kind, credentialHash: one.credentialHash })),
    );
  await appendToLog(tx, logging, events.sort(issuesFirst));
}

function eventsDue({ state, replaced, logged }: Standing): LogEventKind[] {
  const happened: LogEventKind[] = ['issue'];
  if (state === 'revoked') happened.push('revoke');
  if (state !== 'valid' && replaced) happened.push('reissue');
  return happened.filter((kind) => !logged.includes(kind));
}

/** A replacement must be logged before the replaced certificate. */
function issuesFirst(one: LogEvent, other: LogEvent): number {
  return Number(one.kind !== 'issue') - Number(other.kind !== 'issue');
}

async function standingsOf(query: QueryFunction, ids: readonly string[]): Promise<Standing[]> {
  const rows = await query<
    Omit<Standing, 'replaced' | 'logged'> & { replaced: string | null; kind: LogEventKind | null }
  >(sql`
    SELECT k.id AS "id", k.state AS "state", s.credential_hash AS "credentialHash", t.certificate_id AS "replaced", l.kind AS "kind"
    FROM certificate k JOIN certificate_seal s ON s.certificate_id = k.id
      LEFT JOIN certificate n ON n.supersedes_id = k.id AND NOT EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = k.id AND e.kind = 'renewed')
      LEFT JOIN certificate_seal t ON t.certificate_id = n.id
      LEFT JOIN log_entry l ON l.certificate_id = k.id
    WHERE k.id IN (${join(ids)}) OR k.id IN (SELECT supersedes_id FROM certificate WHERE id IN (${join(ids)}))
    ORDER BY k.issued_at, k.number_key, l.position`);
  const found = new Map<string, Standing>();
  for (const { kind, replaced, ...row } of rows) {
    const logged = [...(found.get(row.id)?.logged ?? []), ...(kind === null ? [] : [kind])];
    found.set(row.id, { ...row, replaced: replaced !== null, logged });
  }
  return [...found.values()];
}
