import type { Speaker, Typed } from '../../../platform/index.js';
import type { Cure } from '../domain/cures.js';
import { nameIn, roomSaid, spanSaid, typedOf } from './said.js';

export interface CureLink {
  readonly href: string;
  readonly said: string;
}

export interface CureView extends CureLink {
  /** What changes: `time`, `room`, `instructor` or both of the latter. */
  readonly kind: string;
  /** "2 people disturbed". */
  readonly disturbs: string;
}

/**
 * Each cure as the same form again, filled with it: a click, then the person decides.
 * Those that disturb fewest come first.
 */
export function cureViews(
  speaker: Speaker,
  cures: readonly Cure[],
  { page, typed }: { readonly page: string; readonly typed: Typed },
): CureView[] {
  return cures.map((cure) => {
    const { date, startTime, endTime, roomId, instructorId } = typedOf(cure.place, null);
    return {
      kind: cure.kind,
      href: filledAddress(page, typed, { date, startTime, endTime, roomId, instructorId } as Record<string, string>),
      said: cureSaid(speaker, cure),
      disturbs: speaker.say('session.cure_disturbs', { count: cure.disturbed }),
    };
  });
}

export function cureSaid(speaker: Speaker, { room, instructor, time }: Cure): string {
  if (time)
    return time.note === null
      ? spanSaid(speaker, time)
      : `${spanSaid(speaker, time)} · ${speaker.say(`calendar.note_${time.note}`)}`;
  return [room && roomSaid(speaker, room), instructor && nameIn(speaker, instructor.name)]
    .filter((one) => one !== null)
    .join(' · ');
}

/** A page's address with what was typed, but for the changes; empty fields are left out. */
export function filledAddress(page: string, typed: Typed, changes: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...typed, ...changes })) {
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value as string])
      if (one !== '') query.append(name, one);
  }
  return `${page}?${query.toString()}`;
}
