import type { Refused, Transaction } from '../../../platform/index.js';
import { Room, type RoomKind } from '../../core/index.js';
import type { RoomRefusalCode } from '../domain/refusals.js';

export interface RoomProfile {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly kind: RoomKind;
  readonly seats: number;
  readonly placeZh: string;
  readonly placeEn: string;
  /** Equipment and features, each a short term. */
  readonly features?: readonly string[];
  /** Minutes for which the room is held before and after each session. */
  readonly setUpMinutes?: number;
  readonly clearAwayMinutes?: number;
}

export type RoomOutcome = { readonly id: string } | Refused<RoomRefusalCode>;

/** @param ownId the room that may keep its code */
export async function roomCodeIsTaken(tx: Transaction, code: string, ownId: string | null): Promise<boolean> {
  const holder = await tx.of(Room).findOneBy({ code });
  return holder !== null && holder.id !== ownId;
}
