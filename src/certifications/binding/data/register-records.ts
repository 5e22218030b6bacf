import sql, { join, type Sql } from 'sql-template-tag';
import { type QueryFunction, storedObject } from '../../../platform/index.js';
import type { CertificateFacts, CertificateState } from '../../core/index.js';
import {
  type Binding,
  type BoundState,
  type Cell,
  type FrozenRecord,
  type LogEventKind,
  numberCell,
  storedNumber,
  storedNumberOrNull,
  type SummedBinding,
} from '../../log/index.js';
import type { RegisterAnswer } from '../domain/record-checks.js';

/** The frozen columns; facts as the stored text. */
type FrozenRow = Omit<FrozenRecord, 'facts'> & { readonly facts: string };

/** With the tags that find it. */
export interface StoredBinding extends Binding, Pick<SummedBinding, 'numberTag' | 'tokenTag'> {}

/** A certificate's record, its binding and its log entries: everything that a check compares. */
export interface RegisterRecord {
  readonly id: string;
  readonly number: string;
  readonly frozen: FrozenRow;
  readonly state: CertificateState;
  readonly revokedAt: number | null;
  readonly reason: string | null;
  readonly bound: BoundState;
  /** `null`: not bound. */
  readonly binding: StoredBinding | null;
  /** SHA-256 of the signed credential's JCS form; `null`: without documents. */
  readonly credentialHash: string | null;
  readonly entries: readonly LoggedText[];
  /**
   * Whether there are several rows with this id, because the database was rebuilt without its keys and either row may
   * be forged, or another certificate is bound with its number.
   */
  readonly isDoubled: boolean;
}

/** The record that was checked. Show only this one: a second read may find another row. */
export interface CheckedRecord {
  /** `null`: a bound certificate whose row is gone. */
  readonly record: RegisterRecord | null;
  readonly answer: RegisterAnswer;
}

export interface LoggedText {
  /** In the log, counted from 0. */
  readonly position: number;
  readonly kind: LogEventKind;
  readonly text: string;
}

interface StoredRow extends FrozenRow, Omit<StoredBinding, 'act'> {
  readonly state: CertificateState;
  readonly revokedAt: number | null;
  readonly reason: string | null;
  readonly subjectUrn: string | null;
  readonly statusList: number;
  readonly statusIndex: number;
  readonly credentialHash: string;
  readonly sealedAt: number;
  readonly nextId: string | null;
  readonly nextToken: string;
  readonly nextNumber: string;
  readonly nextByRenewal: number;
  readonly lastId: string | null;
  readonly lastToken: string;
  readonly lastNumber: string;
  readonly lastByRenewal: number;
  readonly act: Binding['act'] | null;
  readonly sharesNumber: number;
}

type Trace = {
  readonly owner: string;
  readonly what: 'event' | 'hiding' | 'entry';
  readonly id: string;
  readonly at: number;
  readonly until: number | null;
} & {
  readonly kind: string | null;
  readonly text: string | null;
  readonly class: string | null;
  readonly actor: string | null;
};

const AT_ONCE = 500;

const renewed = (id: Sql): Sql =>
  sql`CASE WHEN EXISTS (SELECT 1 FROM certificate_event e WHERE e.certificate_id = ${id} AND e.kind = 'renewed') THEN 1 ELSE 0 END`;
const SHARES_NUMBER = sql`
  CASE WHEN EXISTS (SELECT 1 FROM certificate_binding d WHERE d.number_tag = b.number_tag AND d.certificate_id <> b.certificate_id)
    THEN 1 ELSE 0 END`;
const [OWN_RENEWED, LAST_RENEWED] = [renewed(sql`k.id`), renewed(sql`p.id`)];

/** The records of certificates by id, in two queries for every 500 of them; ids without a certificate are left out. */
export async function registerRecords(query: QueryFunction, ids: readonly string[]): Promise<RegisterRecord[]> {
  const found: RegisterRecord[] = [];
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const some = ids.slice(from, from + AT_ONCE);
    found.push(...(await recordsWhere(query, sql`k.id IN (${join(some)})`)));
  }
  return found;
}

/** By the token in the address that the QR code opens. */
export async function registerRecordByToken(query: QueryFunction, token: string): Promise<RegisterRecord | null> {
  const [record, ...more] = await recordsWhere(query, sql`k.token = ${token}`);
  return record ? { ...record, isDoubled: record.isDoubled || more.length > 0 } : null;
}

async function recordsWhere(query: QueryFunction, where: Sql): Promise<RegisterRecord[]> {
  const rows = await query<StoredRow>(sql`
    SELECT k.id AS "id", k.number AS "number", k.number_key AS "numberKey", k.token AS "token", k.enrolment_id AS "enrolmentId", k.trainee_id AS "traineeId",
      k.achievement_id AS "achievementId", k.template_version AS "templateVersion", k.recipient_name AS "recipientName",
      k.recipient_latin_name AS "recipientLatinName", k.facts AS "facts", k.issued_on AS "issuedOn", k.expires_on AS "expiresOn",
      k.issued_at AS "issuedAt", k.supersedes_id AS "supersedesId", k.state AS "state", k.revoked_at AS "revokedAt", k.reason AS "reason",
      s.subject_urn AS "subjectUrn", s.status_list AS "statusList", s.status_index AS "statusIndex", s.credential_hash AS "credentialHash",
      s.sealed_at AS "sealedAt",
      n.id AS "nextId", n.token AS "nextToken", n.number AS "nextNumber", CASE WHEN n.id IS NULL THEN 0 ELSE ${OWN_RENEWED} END AS "nextByRenewal",
      p.id AS "lastId", p.token AS "lastToken", p.number AS "lastNumber", CASE WHEN p.id IS NULL THEN 0 ELSE ${LAST_RENEWED} END AS "lastByRenewal",
      b.act AS "act", b.acted_at AS "actedAt", b.record AS "record", b.parts AS "parts", b.mac AS "mac",
      b.number_tag AS "numberTag", b.token_tag AS "tokenTag", ${SHARES_NUMBER} AS "sharesNumber"
    FROM certificate k LEFT JOIN certificate_seal s ON s.certificate_id = k.id LEFT JOIN certificate n ON n.supersedes_id = k.id
      LEFT JOIN certificate p ON p.id = k.supersedes_id LEFT JOIN certificate_binding b ON b.certificate_id = k.id
    WHERE ${where}`);
  if (rows.length === 0) return [];
  const traces = await tracesOf(
    query,
    rows.map(({ id }) => id),
  );
  const found = new Map<string, RegisterRecord>();
  for (const row of rows)
    found.set(row.id, {
      ...recordOf(row, traces.get(row.id) ?? []),
      isDoubled: found.has(row.id) || Number(row.sharesNumber) === 1,
    });
  return [...found.values()];
}

async function tracesOf(query: QueryFunction, ids: readonly string[]): Promise<Map<string, Trace[]>> {
  const some = join([...ids]);
  const rows = await query<Trace>(sql`
    SELECT e.certificate_id AS "owner", 'event' AS "what", CAST(e.id AS TEXT) AS "id", e.at AS "at", NULL AS "until", e.kind AS "kind", e.reason AS "text",
      r.reason_class AS "class", e.actor_name AS "actor"
    FROM certificate_event e LEFT JOIN certificate_reason r ON r.event_id = e.id WHERE e.certificate_id IN (${some})
    UNION ALL SELECT h.certificate_id, 'hiding', CAST(h.id AS TEXT), h.hidden_at, h.shown_at, NULL, NULL, NULL, NULL
    FROM certificate_hiding h WHERE h.certificate_id IN (${some})
    UNION ALL SELECT l.certificate_id, 'entry', CAST(l.position AS TEXT), l.at, NULL, l.kind, l.text, NULL, NULL
    FROM log_entry l WHERE l.certificate_id IN (${some})`);
  const found = new Map<string, Trace[]>();
  for (const row of rows) {
    const own = found.get(row.owner);
    if (own) own.push(row);
    else found.set(row.owner, [row]);
  }
  return found;
}

function recordOf(stored: StoredRow, traces: readonly Trace[]): Omit<RegisterRecord, 'isDoubled'> {
  const { id, number, state, reason } = stored;
  const revokedAt = storedNumberOrNull(stored.revokedAt);
  const sealed = stored.subjectUrn !== null;
  const of = (what: Trace['what']): Trace[] =>
    traces.filter((one) => one.what === what).sort((one, other) => (one.id < other.id ? -1 : 1));
  const frozen = frozenOf(stored);
  return {
    id,
    number,
    frozen,
    state,
    revokedAt,
    reason,
    credentialHash: sealed ? stored.credentialHash : null,
    binding: bindingOf(stored),
    entries: of('entry').map(({ id: position, kind, text }) => ({
      position: Number(position),
      kind: kind as LogEventKind,
      text: text ?? '',
    })),
    bound: {
      id,
      row: Object.values({ ...frozen, issuedAt: numberCell(stored.issuedAt) }),
      standing: [state, numberCell(stored.revokedAt), reason],
      history: of('event').map((one): Cell[] => [one.id, numberCell(one.at), one.kind, one.text, one.class, one.actor]),
      hidings: of('hiding').map((one): Cell[] => [one.id, numberCell(one.at), numberCell(one.until)]),
      seal: sealed
        ? [stored.subjectUrn, stored.statusList, stored.statusIndex, stored.credentialHash, numberCell(stored.sealedAt)]
        : null,
      neighbours: [
        stored.nextId === null
          ? null
          : [stored.nextId, stored.nextToken, stored.nextNumber, Number(stored.nextByRenewal)],
        stored.lastId === null
          ? null
          : [stored.lastId, stored.lastToken, stored.lastNumber, Number(stored.lastByRenewal)],
      ],
    },
  };
}

/** The order matters: it is hashed like this. */
function frozenOf(row: StoredRow): FrozenRow {
  const {
    id,
    number,
    numberKey,
    token,
    enrolmentId,
    traineeId,
    achievementId,
    templateVersion,
    recipientName,
    recipientLatinName,
  } = row;
  const { facts, issuedOn, expiresOn, supersedesId } = row;
  return {
    id,
    number,
    numberKey,
    token,
    enrolmentId,
    traineeId,
    achievementId,
    templateVersion,
    recipientName,
    recipientLatinName,
    facts,
    issuedOn,
    expiresOn,
    issuedAt: storedNumber(row.issuedAt),
    supersedesId,
  };
}

function bindingOf({ act, actedAt, record, parts, mac, numberTag, tokenTag }: StoredRow): StoredBinding | null {
  return act === null ? null : { act, actedAt: storedNumber(actedAt), record, parts, mac, numberTag, tokenTag };
}

/** As the log hashes it. @throws SyntaxError if the facts are no longer JSON */
export function frozenRecordOf({ frozen }: Pick<RegisterRecord, 'frozen'>): FrozenRecord {
  return { ...frozen, facts: storedObject<CertificateFacts>(frozen.facts) };
}
