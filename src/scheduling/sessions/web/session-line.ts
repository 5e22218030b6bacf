import type { Speaker } from '../../../platform/index.js';
import { nameIn, type SessionRow, type SessionView, sessionView } from '../../core/index.js';

interface PersonOfLine {
  readonly name: string;
  /** Null for the lead. */
  readonly role: string | null;
  /** What they have said to a session that is still ahead; null when it no longer matters. */
  readonly answer: string | null;
  /** Where somebody else is found, after a decline. */
  readonly substitutes: string | null;
}

/** One session in its cohort's timetable. */
export interface SessionLine extends SessionView {
  readonly warning: string | null;
  readonly sequence: number;
  readonly people: readonly PersonOfLine[];
  /** Why it stands against a rule, or why it was cancelled. */
  readonly note: string | null;
}

export function sessionLine(
  speaker: Speaker,
  row: SessionRow,
  { now, warning }: { readonly now: number; readonly warning: string | null },
): SessionLine {
  const view = sessionView(speaker, row, now);
  return {
    ...view,
    warning,
    sequence: row.sequence,
    note: noteOf(speaker, row),
    people: row.instructors.map(({ name, role, answer }) => ({
      name: nameIn(speaker, name),
      role: role === 'lead' ? null : speaker.say(`session.role_${role}`),
      answer: view.open ? answer : null,
      substitutes: view.open && answer === 'declined' ? `/office/sessions/${row.id}/substitutes` : null,
    })),
  };
}

function noteOf(speaker: Speaker, { overrideReason, cancelledBecause }: SessionRow): string | null {
  if (cancelledBecause !== null) return speaker.say('session.cancelled_because', { reason: cancelledBecause });
  return overrideReason === null ? null : speaker.say('session.overridden', { reason: overrideReason });
}
