import { newId, type Transaction } from '../../platform/index.js';
import { EnrolmentEvent, type EnrolmentEventKind } from '../data/enrolment-event.entity.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { canBecome, type EnrolmentState, type Restorable, SEATED } from '../domain/states.js';

type Detail = EnrolmentEvent['detail'];

export interface Move {
  readonly to: EnrolmentState;
  /** The seat it holds from now on; kept when absent and the new state needs one. */
  readonly seatNumber?: number;
  readonly offerExpiresAt?: number;
  readonly detail?: Detail;
}

/**
 * Moves an enrolment to its next state with its line of history.
 * @throws Error for a move that the table of moves lacks: rules are asked before.
 */
export async function move(
  tx: Transaction,
  enrolment: Pick<Enrolment, 'id' | 'state' | 'seatNumber'>,
  { to, seatNumber, offerExpiresAt, detail }: Move,
): Promise<void> {
  if (!canBecome(enrolment.state, to)) throw new Error(`An enrolment cannot go from ${enrolment.state} to ${to}`);
  await tx.of(Enrolment).update(
    { id: enrolment.id },
    {
      state: to,
      seatNumber: SEATED.includes(to) ? (seatNumber ?? enrolment.seatNumber) : null,
      offerExpiresAt: offerExpiresAt ?? null,
      ...(to === 'confirmed' ? { confirmedAt: tx.now } : {}),
      ...(to === 'offered' || to === 'confirmed' ? {} : { endedAt: tx.now }),
    },
  );
  await remember(tx, { enrolmentId: enrolment.id, kind: to, detail });
}

interface BackTo {
  readonly to: Restorable;
  readonly seatNumber: number | null;
  readonly offerExpiresAt: number | null;
  /** The cohort whose cancellation was taken back. */
  readonly cohort: string;
}

/** Undoes the end that a cohort's cancellation made of an enrolment. When it was first confirmed stays as it was. */
export async function bringBack(
  tx: Transaction,
  enrolmentId: string,
  { to, seatNumber, offerExpiresAt, cohort }: BackTo,
): Promise<void> {
  await tx.of(Enrolment).update({ id: enrolmentId }, { state: to, seatNumber, offerExpiresAt, endedAt: null });
  await remember(tx, { enrolmentId, kind: to, detail: { restored: cohort } });
}

export interface Remembered {
  readonly enrolmentId: string;
  readonly kind: EnrolmentEventKind;
  readonly detail?: Detail | undefined;
}

/** Adds a line to an enrolment's history. */
export async function remember(tx: Transaction, { enrolmentId, kind, detail = {} }: Remembered): Promise<void> {
  await tx.of(EnrolmentEvent).insert({ id: newId(), enrolmentId, at: tx.now, kind, actorName: tx.actor.name, detail });
}
