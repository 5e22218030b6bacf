import { newId, newToken, type Transaction } from '../../../platform/index.js';
import { canonical, Certificate, CertificateEvent, type CertificateFacts } from '../../core/index.js';
import type { WrittenRows } from '../../binding/index.js';
import { recordHash } from '../../log/index.js';
import { settleNumbers } from './draw-numbers.js';

export interface NewCertificate {
  readonly facts: CertificateFacts;
  readonly enrolmentId: string | null;
  readonly traineeId: string;
  readonly achievementId: string;
  readonly supersedesId: string | null;
  /** Values already used in its documents; `undefined`: drawn now. */
  readonly made?: { readonly id: string; readonly token: string; readonly issuedAt: number };
}

export interface StoredCertificate {
  readonly id: string;
  readonly token: string;
  /** Hash of the intended row. The binding is computed from the stored row and must agree. */
  readonly record: string;
  /** What else was written about it. */
  readonly written: WrittenRows;
}

/** A stored certificate about which an act has written more. */
export const withWritten = (stored: StoredCertificate, more: WrittenRows): StoredCertificate => ({
  ...stored,
  written: { ...stored.written, ...more },
});

const AT_ONCE = 200;

/** Stores certificates with their first event, in the order given. */
export async function storeCertificates(
  tx: Transaction,
  fresh: readonly NewCertificate[],
): Promise<StoredCertificate[]> {
  const rows = fresh.map(
    ({ facts, made = { id: newId(), token: newToken(), issuedAt: tx.now }, ...owner }): Certificate => ({
      number: facts.number,
      numberKey: canonical(facts.number),
      ...owner,
      ...made,
      templateVersion: facts.templateVersion,
      recipientName: facts.recipient.name,
      recipientLatinName: facts.recipient.latinName,
      facts,
      state: 'valid',
      issuedOn: facts.issuedOn,
      expiresOn: facts.expiresOn,
      revokedAt: null,
      reason: null,
    }),
  );
  const events = rows.map(({ id }): CertificateEvent => ({
    id: newId(),
    certificateId: id,
    at: tx.now,
    kind: 'issued',
    reason: null,
    actorName: tx.actor.name,
  }));
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    await tx.of(Certificate).insert(rows.slice(from, from + AT_ONCE));
    await tx.of(CertificateEvent).insert(events.slice(from, from + AT_ONCE));
  }
  await settleNumbers(
    tx,
    rows.map(({ number }) => number),
    { state: 'issued' },
  );
  return rows.map((row, at) => ({
    id: row.id,
    token: row.token,
    record: recordHash(row),
    written: { event: { ...events[at]!, reasonClass: null } },
  }));
}
