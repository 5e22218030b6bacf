import { In } from 'typeorm';
import { newId, type Transaction } from '../../platform/index.js';
import { EnrolmentEvent, type EnrolmentEventKind } from '../data/enrolment-event.entity.js';
import { Enrolment } from '../data/enrolment.entity.js';
import { canBecome, type EnrolmentState, type Restorable, SEATED } from '../domain/states.js';

type Detail = EnrolmentEvent['detail'];

export interface StateChange {
  readonly to: EnrolmentState;
  /** Absent: keeps its seat if the new state holds one. */
  readonly seatNumber?: number;
  readonly offerExpiresAt?: number;
  readonly detail?: Detail;
}

/**
 * Changes the state of an enrolment and records the event.
 * @throws Error for a transition that is not in `TRANSITIONS`: the caller checks the rules first.
 */
export async function changeState(
  tx: Transaction,
  enrolment: Pick<Enrolment, 'id' | 'state' | 'seatNumber'>,
  { to, seatNumber, offerExpiresAt, detail }: StateChange,
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
  await recordEvent(tx, { enrolmentId: enrolment.id, kind: to, detail });
}

/** An end of many enrolments: withdrawn, completed or not completed. */
export interface CommonEnd {
  readonly to: 'withdrawn' | 'completed' | 'notCompleted';
  readonly detail?: (enrolment: EndingEnrolment) => Detail;
}

type EndingEnrolment = Pick<Enrolment, 'id' | 'state' | 'seatNumber'>;

/**
 * As `changeState`, for all enrolments of a cohort that end together, in a few statements.
 * @throws Error for a transition that is not in `TRANSITIONS`
 */
export async function endEach(
  tx: Transaction,
  enrolments: readonly EndingEnrolment[],
  { to, detail }: CommonEnd,
): Promise<void> {
  const illegal = enrolments.find(({ state }) => !canBecome(state, to));
  if (illegal) throw new Error(`An enrolment cannot go from ${illegal.state} to ${to}`);
  if (enrolments.length === 0) return;
  await tx
    .of(Enrolment)
    .update(
      { id: In(enrolments.map(({ id }) => id)) },
      { state: to, offerExpiresAt: null, endedAt: tx.now, ...(SEATED.includes(to) ? {} : { seatNumber: null }) },
    );
  await recordEvents(
    tx,
    enrolments.map((enrolment) => ({ enrolmentId: enrolment.id, kind: to, detail: detail?.(enrolment) })),
  );
}

interface Restoration {
  readonly to: Restorable;
  readonly seatNumber: number | null;
  readonly offerExpiresAt: number | null;
  /** Code of the restored cohort. */
  readonly cohort: string;
}

/** Brings back an enrolment that its cohort's cancellation ended. `confirmedAt` keeps its value. */
export async function restoreState(
  tx: Transaction,
  enrolmentId: string,
  { to, seatNumber, offerExpiresAt, cohort }: Restoration,
): Promise<void> {
  await tx.of(Enrolment).update({ id: enrolmentId }, { state: to, seatNumber, offerExpiresAt, endedAt: null });
  await recordEvent(tx, { enrolmentId, kind: to, detail: { restored: cohort } });
}

export interface NewEvent {
  readonly enrolmentId: string;
  readonly kind: EnrolmentEventKind;
  readonly detail?: Detail | undefined;
}

export function recordEvent(tx: Transaction, event: NewEvent): Promise<void> {
  return recordEvents(tx, [event]);
}

export async function recordEvents(tx: Transaction, events: readonly NewEvent[]): Promise<void> {
  const rows = events.map(({ enrolmentId, kind, detail = {} }) => ({
    id: newId(),
    enrolmentId,
    at: tx.now,
    kind,
    actorName: tx.actor.name,
    detail,
  }));
  await tx.insertEach(EnrolmentEvent, rows);
}
