import type { Span } from '../../core/domain/index.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** Minutes for which a room is held around each session. */
export interface Margins {
  readonly setUpMinutes: number;
  readonly clearAwayMinutes: number;
}

/** A session of a room with its current hold. */
export interface HeldSession extends Span {
  readonly id: string;
  readonly heldFrom: number;
  readonly heldUntil: number;
  /** The hold cannot change: the session has begun or is double booked. */
  readonly fixed: boolean;
}

export interface MarginChange {
  /** Sessions with a new hold. */
  readonly changed: readonly HeldSession[];
  /** Sessions that would overlap another; they keep their hold until one of them is moved. */
  readonly tooClose: readonly HeldSession[];
}

/** Applies new margins to the holds of a room without creating overlaps. @param sessions sorted by start */
export function heldBy({ setUpMinutes, clearAwayMinutes }: Margins, sessions: readonly HeldSession[]): MarginChange {
  const adjusted = sessions.map((one) =>
    one.fixed
      ? one
      : {
          ...one,
          heldFrom: one.startsAt - setUpMinutes * A_MINUTE,
          heldUntil: one.endsAt + clearAwayMinutes * A_MINUTE,
        },
  );
  const kept = new Set<string>();
  const spanOf = (at: number): HeldSession => (kept.has(sessions[at]!.id) ? sessions[at]! : adjusted[at]!);
  for (let before = -1; before < kept.size;) {
    before = kept.size;
    for (let at = 1; at < sessions.length; at += 1) {
      if (spanOf(at - 1).heldUntil <= spanOf(at).heldFrom) continue;
      for (const one of [sessions[at - 1]!, sessions[at]!]) if (!one.fixed) kept.add(one.id);
    }
  }
  const isOther = (one: HeldSession, at: number) =>
    one.heldFrom !== sessions[at]!.heldFrom || one.heldUntil !== sessions[at]!.heldUntil;
  return {
    changed: adjusted.filter((one, at) => !kept.has(one.id) && isOther(one, at)),
    tooClose: sessions.filter(({ id }) => kept.has(id)),
  };
}
