import { newId, type Transaction } from '../../../platform/index.js';
import type { WrittenEvent } from '../../binding/index.js';
import { CertificateEvent, type CertificateEventKind, type ReasonClass } from '../../core/index.js';
import { CertificateReason } from './certificate-reason.entity.js';

interface HappenedTo {
  readonly certificateId: string;
  readonly kind: CertificateEventKind;
  /** In words that the public reads. */
  readonly reason: string | null;
  readonly reasonClass: ReasonClass | null;
}

/** One step in a certificate's history, with the class of its reason. */
export async function recordEvent(
  tx: Transaction,
  { certificateId, kind, reason, reasonClass }: HappenedTo,
): Promise<WrittenEvent> {
  const event = { id: newId(), at: tx.now, kind, reason, actorName: tx.actor.name };
  await tx.of(CertificateEvent).insert({ ...event, certificateId });
  if (reasonClass !== null) await tx.of(CertificateReason).insert({ eventId: event.id, reasonClass });
  return { ...event, reasonClass };
}
