import { clockOf, dayOf } from '../../platform/clock.js';

/** A problem that the office can solve. Its message is `today.wrong.<code>`. */
export type WrongCode =
  'noInstructor' | 'noRoom' | 'onClosedDay' | 'decide' | 'belowLeast' | 'notPublished' | 'overdue' | 'failedMails';

export interface Wrong {
  readonly code: WrongCode;
  /** The cohort's code; `null` if it is not about a cohort. */
  readonly cohort: string | null;
  readonly data: Readonly<Record<string, string | number>>;
  /** The day by which it matters, which sorts the list; without one it comes first. */
  readonly by: string;
}

interface UpcomingSession {
  readonly number: number;
  readonly cohortCode: string;
  readonly startsAt: number;
}
interface UnstaffedSession {
  readonly cohortCode: string;
  readonly delivery: string;
  readonly startsAt: number;
  readonly hasRoom: number;
  readonly hasInstructor: number;
}
interface ToDecide {
  readonly code: string;
  readonly decisionOn: string;
  readonly leastEnrolment: number;
  readonly confirmed: number;
}
interface Soon {
  readonly code: string;
  readonly state: string;
  readonly startsOn: string;
  readonly leastEnrolment: number;
  readonly confirmed: number;
}

export interface AttentionFacts {
  readonly today: string;
  /** Sessions planned from now on, by start. */
  readonly coming: readonly UpcomingSession[];
  /** Sessions ahead without a room or an instructor, by start. */
  readonly unstaffed: readonly UnstaffedSession[];
  /** Exclusive end of the period in which a missing room or instructor counts, `YYYY-MM-DD`. */
  readonly staffedUntil: string;
  readonly closedDays: readonly { readonly date: string; readonly name: string }[];
  /** Cohorts that need a decision on whether they run. */
  readonly toDecide: readonly ToDecide[];
  readonly soon: readonly Soon[];
  readonly overdue: readonly { readonly code: string; readonly endsOn: string }[];
  readonly failedMails: number;
}

/** All problems, most urgent first. */
export function attention(facts: AttentionFacts): Wrong[] {
  return [
    ...failed(facts),
    ...ended(facts),
    ...withoutStaff(facts),
    ...onClosedDays(facts),
    ...undecided(facts),
    ...tooFew(facts),
    ...unpublished(facts),
  ].sort((a, b) => (a.by === b.by ? 0 : a.by < b.by ? -1 : 1));
}

function failed({ failedMails }: AttentionFacts): Wrong[] {
  return failedMails === 0 ? [] : [{ code: 'failedMails', cohort: null, data: { count: failedMails }, by: '' }];
}

function ended({ overdue }: AttentionFacts): Wrong[] {
  return overdue.map(({ code, endsOn }) => ({
    code: 'overdue',
    cohort: code,
    data: { cohort: code, date: endsOn },
    by: endsOn,
  }));
}

/** One line per cohort, however many of its sessions lack a room or an instructor. */
function withoutStaff({ unstaffed, staffedUntil }: AttentionFacts): Wrong[] {
  const near = unstaffed.filter(({ startsAt }) => dayOf(startsAt) < staffedUntil);
  return [
    ...byCohort(
      near.filter(({ hasInstructor }) => hasInstructor === 0),
      'noInstructor',
    ),
    ...byCohort(
      near.filter(({ hasRoom, delivery }) => hasRoom === 0 && delivery !== 'online'),
      'noRoom',
    ),
  ];
}

function byCohort(sessions: readonly UnstaffedSession[], code: WrongCode): Wrong[] {
  const cohorts = [...new Set(sessions.map(({ cohortCode }) => cohortCode))];
  return cohorts.map((cohort) => {
    const own = sessions.filter(({ cohortCode }) => cohortCode === cohort);
    const first = Math.min(...own.map(({ startsAt }) => startsAt));
    return {
      code,
      cohort,
      data: { cohort, count: own.length, date: dayOf(first), time: clockOf(first) },
      by: dayOf(first),
    };
  });
}

function onClosedDays({ coming, closedDays }: AttentionFacts): Wrong[] {
  const names = new Map(closedDays.map(({ date, name }) => [date, name]));
  return coming.flatMap(({ cohortCode, number, startsAt }): Wrong[] => {
    const date = dayOf(startsAt);
    const name = names.get(date);
    return name === undefined
      ? []
      : [{ code: 'onClosedDay', cohort: cohortCode, data: { cohort: cohortCode, number, date, name }, by: date }];
  });
}

function undecided({ toDecide }: AttentionFacts): Wrong[] {
  return toDecide.map(({ code, decisionOn, confirmed, leastEnrolment }) => ({
    code: 'decide',
    cohort: code,
    data: { cohort: code, count: confirmed, least: leastEnrolment, date: decisionOn },
    by: decisionOn,
  }));
}

/** Confirmed but below the minimum: shown before the start, in case people have withdrawn since. */
function tooFew({ soon, today }: AttentionFacts): Wrong[] {
  return soon
    .filter(
      ({ state, startsOn, confirmed, leastEnrolment }) =>
        state === 'confirmed' && startsOn >= today && confirmed < leastEnrolment,
    )
    .map(({ code, startsOn, confirmed, leastEnrolment }) => ({
      code: 'belowLeast',
      cohort: code,
      data: { cohort: code, count: confirmed, least: leastEnrolment, date: startsOn },
      by: startsOn,
    }));
}

function unpublished({ soon, today }: AttentionFacts): Wrong[] {
  return soon
    .filter(({ state, startsOn }) => state === 'draft' && startsOn >= today)
    .map(({ code, startsOn }) => ({
      code: 'notPublished',
      cohort: code,
      data: { cohort: code, date: startsOn },
      by: startsOn,
    }));
}
