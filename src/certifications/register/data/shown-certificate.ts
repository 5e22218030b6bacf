import { storedObject } from '../../../platform/index.js';
import { type CheckedRecord, isInOrder, type RegisterAnswer, type RegisterRecord } from '../../binding/index.js';
import {
  type CertificateEventKind,
  type CertificateFacts,
  type CertificateRow,
  type EventRow,
  type Neighbour,
  type ReasonClass,
} from '../../core/index.js';
import { type Cell, type DocumentHashes, loggedForms } from '../../log/index.js';

/** In epoch milliseconds. */
export interface Hiding {
  readonly hiddenAt: number;
  /** `null`: still hidden. */
  readonly shownAt: number | null;
}

/** A certificate with its history, newest first, from the record that was checked. */
export interface ShownCertificate {
  readonly certificate: CertificateRow;
  readonly events: EventRow[];
  /** Periods in which its holder hid it. */
  readonly hidings: readonly Hiding[];
  /** Logged hashes of its documents by kind; empty if it has none. */
  readonly forms: DocumentHashes;
}

export interface OpenedCertificate {
  readonly answer: RegisterAnswer;
  /** The checked record; `null` if its row is gone. */
  readonly record: RegisterRecord | null;
  /** `null` if the record was altered: nothing of it may be shown. */
  readonly shown: ShownCertificate | null;
}

/** For a certificate that may have existed, in a register that may lack records. */
export const MAY_BE_GONE: OpenedCertificate = {
  answer: { binding: 'gone', log: 'none', register: 'changed' },
  record: null,
  shown: null,
};

export function openedCertificate({ record, answer }: CheckedRecord): OpenedCertificate {
  const shown = record !== null && isInOrder(answer) ? shownCertificate(record) : null;
  return { answer, record, shown };
}

/** Only for a record that is in order: otherwise its facts may not be JSON. */
function shownCertificate({ id, frozen, bound, ...record }: RegisterRecord): ShownCertificate {
  const facts = storedObject<CertificateFacts>(frozen.facts);
  const { token, traineeId, enrolmentId, achievementId, issuedAt, expiresOn } = frozen;
  const { state, revokedAt, reason, credentialHash } = record;
  const [next, last] = bound.neighbours;
  const hidings = bound.hidings.map(([, hiddenAt, shownAt]): Hiding => ({
    hiddenAt: Number(hiddenAt),
    shownAt: shownAt === null ? null : Number(shownAt),
  }));
  const events = bound.history.map(eventOf).sort((one, other) => other.at - one.at || (one.id < other.id ? 1 : -1));
  return {
    certificate: {
      id,
      token,
      traineeId,
      enrolmentId,
      achievementId,
      facts,
      state,
      issuedAt,
      expiresOn,
      revokedAt,
      reason,
      hidden: isHidden(bound),
      sealed: credentialHash !== null,
      replacedBy: neighbourOf(next),
      replaces: neighbourOf(last),
    },
    hidings,
    events: events.map(({ id: _, ...event }) => event),
    // From the checked entries: a second read may find others.
    forms: loggedForms(record.entries.map(({ text }) => text)),
  };
}

/** Whether its holder hides it now, as it was bound. */
export function isHidden({ hidings }: RegisterRecord['bound']): boolean {
  return hidings.some(([, , until]) => until === null);
}

function eventOf([id, at, kind, reason, reasonClass, actorName]: readonly Cell[]): EventRow & { readonly id: string } {
  return {
    id: String(id),
    at: Number(at),
    kind: kind as CertificateEventKind,
    reason: reason as string | null,
    reasonClass: reasonClass as ReasonClass | null,
    actorName: String(actorName),
  };
}

function neighbourOf(cells: readonly Cell[] | null | undefined): Neighbour | null {
  if (!cells) return null;
  const [id, token, number, byRenewal] = cells;
  return { id: String(id), token: String(token), number: String(number), byRenewal: byRenewal === 1 };
}
