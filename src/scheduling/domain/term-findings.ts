import { dayOf } from '../../platform/clock.js';
import type { Refusal } from '../../platform/refusals.js';
import { type AcademyDay, isClosed } from './academy-calendar.js';
import type { PlacedSession } from './placed-session.js';
import type { TimetableRefusalCode } from './refusals.js';
import type { Timetable } from './timetable.js';

export const FINDING_KINDS = ['room', 'instructor', 'cohort', 'licence', 'day'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** A session ahead that may not stand as it stands. */
export interface TermFinding {
  readonly session: PlacedSession;
  readonly reasons: readonly Refusal<TimetableRefusalCode>[];
  /** The holiday or closure that it falls on. */
  readonly closedDay: AcademyDay | null;
  readonly kinds: readonly FindingKind[];
}

/** What somebody has decided to let stand. */
export interface KnowinglyStanding {
  /** Sessions against which a rule speaks, with a reason given. */
  readonly accepted: ReadonlySet<string>;
  /** By session: the holiday or closure on which it is held on purpose. */
  readonly meantDays: ReadonlyMap<string, string>;
}

const TAKEN: ReadonlySet<TimetableRefusalCode> = new Set(['roomIsTaken', 'instructorIsTaken', 'cohortIsTaken']);

/**
 * Every session ahead that something speaks against, by start. Two that clash are told once, with the one that begins
 * later: it is the likelier to move. What somebody has knowingly let stand is left in peace.
 */
export function findingsOfTerm(timetable: Timetable, { accepted, meantDays }: KnowinglyStanding): TermFinding[] {
  const ahead = [...timetable.index.all()].filter((one) => one.startsAt > timetable.now).sort((a, b) => a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1));
  return ahead.flatMap((session) => {
    const day = timetable.calendar.dayOn(dayOf(session.startsAt));
    const closedDay = isClosed(day) && meantDays.get(session.id) !== day.date ? day : null;
    const against = accepted.has(session.id) ? [] : timetable.judge(session, session).filter((reason) => !isToldElsewhere(timetable, session, { reason, accepted }));
    const kinds = [...new Set([...against.map(kindOf), ...(closedDay ? (['day'] as const) : [])])];
    return kinds.length === 0 ? [] : [{ session, reasons: against, closedDay, kinds }];
  });
}

function isToldElsewhere(timetable: Timetable, session: PlacedSession, { reason, accepted }: { readonly reason: Refusal<TimetableRefusalCode>; readonly accepted: ReadonlySet<string> }): boolean {
  if (!TAKEN.has(reason.code)) return false;
  const other = timetable.index.get(String(reason.data['session']));
  if (!other) return false;
  return accepted.has(other.id) || other.startsAt > session.startsAt || (other.startsAt === session.startsAt && other.id > session.id);
}

function kindOf({ code }: Refusal<TimetableRefusalCode>): FindingKind {
  if (code.startsWith('room')) return 'room';
  if (code.startsWith('instructor')) return 'instructor';
  return code.startsWith('pool') ? 'licence' : 'cohort';
}
