import type { Clash, PlacedSession, Placing, TermClash } from './placed-session.js';
import { SessionIndex } from './session-index.js';

/** Judged session by session, never by a run's overall dates; touching ends are no clash, nor is a session with itself. */
export function clashesOf(placing: Placing, others: Iterable<PlacedSession>): Clash[] {
  return new SessionIndex(others).clashesOf(placing);
}

/** The whole term's clashes, one line for each pair and shared resource, by start. */
export function allClashes(sessions: Iterable<PlacedSession>): TermClash[] {
  return new SessionIndex(sessions).allClashes();
}
