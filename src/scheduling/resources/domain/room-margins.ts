import type { Span } from '../../core/domain/index.js';
import { A_MINUTE } from '../../../platform/durations.js';

/** Minutes for which a room is held around each session. */
export interface Margins {
  readonly setUpMinutes: number;
  readonly clearAwayMinutes: number;
}

/** A session of one room, and for how long the room is held for it now. */
export interface HeldSession extends Span {
  readonly id: string;
  readonly heldFrom: number;
  readonly heldUntil: number;
  /** It may not be held otherwise: it has begun, or was let stand beside another. */
  readonly fixed: boolean;
}

export interface MarginChange {
  /** Those that are held otherwise from now on. */
  readonly changed: readonly HeldSession[];
  /** Those that would touch another: they keep what they hold until one of them is moved. */
  readonly tooClose: readonly HeldSession[];
}

/** How a room's sessions are held by other margins, none of them in another's time. `sessions` by start. */
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
