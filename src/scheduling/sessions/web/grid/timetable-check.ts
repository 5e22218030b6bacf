import { clockOf, dayOf, type Refusal, type Speaker } from '../../../../platform/index.js';
import { type Cure, leadOf, nameIn, refusalSaid, type SessionPlace, spanSaid } from '../../../core/index.js';

/** What a session would meet at a place: answered while it is dragged. */
export interface Checked {
  readonly free: boolean;
  /** The place in words. */
  readonly when: string;
  readonly reasons: readonly string[];
  readonly cures: readonly CureAnswer[];
  /** The form that says more, filled with this place. */
  readonly form: string;
}

interface CureAnswer {
  readonly said: string;
  readonly href: string;
}

const MOST_CURES = 3;

export function checked(
  speaker: Speaker,
  sessionId: string,
  {
    place,
    reasons,
    cures,
  }: { readonly place: SessionPlace; readonly reasons: readonly Refusal[]; readonly cures: readonly Cure[] },
): Checked {
  return {
    free: reasons.length === 0,
    when: spanSaid(speaker, place),
    reasons: [...new Set(reasons.map((one) => refusalSaid(speaker, one)))],
    form: moveAddress(sessionId, place),
    cures: differing(cures).map((cure) => ({
      said: cureSaid(speaker, cure),
      href: moveAddress(sessionId, cure.place),
    })),
  };
}

/** The best of each kind first, so that three cures are three ways out. */
function differing(cures: readonly Cure[]): Cure[] {
  const firsts = cures.filter((cure, at) => cures.findIndex(({ kind }) => kind === cure.kind) === at);
  return [...firsts, ...cures.filter((cure) => !firsts.includes(cure))]
    .slice(0, MOST_CURES)
    .sort((a, b) => a.disturbed - b.disturbed);
}

function cureSaid(speaker: Speaker, { kind, place, room, instructor, disturbed }: Cure): string {
  const what = speaker.say(`timetable.cure_${kind}`, {
    room: room && nameIn(speaker, room.name),
    instructor: instructor && nameIn(speaker, instructor.name),
    span: spanSaid(speaker, place),
  });
  return `${what}${speaker.say('timetable.cure_disturbs', { count: disturbed })}`;
}

/** The session's form, filled with a place. */
export function moveAddress(sessionId: string, place: SessionPlace): string {
  const query = new URLSearchParams({
    date: dayOf(place.startsAt),
    startTime: clockOf(place.startsAt),
    endTime: clockOf(place.endsAt),
    roomId: place.roomId ?? '',
    instructorId: leadOf(place.instructors) ?? '',
  });
  return `/office/sessions/${sessionId}/move?${query.toString()}`;
}
