import type { Translator } from '../../../platform/index.js';
import { nameIn, type SessionRow, type SessionView, sessionView } from '../../core/index.js';

interface PersonOfLine {
  readonly name: string;
  /** Null for the lead. */
  readonly role: string | null;
  /** Their answer to a session ahead; null when it no longer matters. */
  readonly answer: string | null;
  /** Address of the substitutes page, after a decline. */
  readonly substitutes: string | null;
}

export interface SessionLine extends SessionView {
  readonly warning: string | null;
  readonly sequence: number;
  readonly people: readonly PersonOfLine[];
  /** Override or cancellation reason. */
  readonly note: string | null;
}

export function sessionLine(
  translator: Translator,
  row: SessionRow,
  { now, warning }: { readonly now: number; readonly warning: string | null },
): SessionLine {
  const view = sessionView(translator, row, now);
  return {
    ...view,
    warning,
    sequence: row.sequence,
    note: noteOf(translator, row),
    people: row.instructors.map(({ name, role, answer }) => ({
      name: nameIn(translator, name),
      role: role === 'lead' ? null : translator.t(`session.role_${role}`),
      answer: view.open ? answer : null,
      substitutes: view.open && answer === 'declined' ? `/office/sessions/${row.id}/substitutes` : null,
    })),
  };
}

function noteOf(translator: Translator, { overrideReason, cancelledBecause }: SessionRow): string | null {
  if (cancelledBecause !== null) return translator.t('session.cancelled_because', { reason: cancelledBecause });
  return overrideReason === null ? null : translator.t('session.overridden', { reason: overrideReason });
}
