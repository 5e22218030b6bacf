import { dayOf } from '../../../../platform/clock.js';
import { refuse, type Refusal } from '../../../../platform/refusals.js';
import { awayDuring, isWithinHours } from '../availability.js';
import type { ProposedSlot } from '../placed-session.js';
import { isQualifiedOn } from '../qualification.js';
import type { TimetableRefusalCode } from '../refusals.js';
import { type Answer, type OneTeaching, type Rule } from './slot-facts.js';
import { bothNames, heldBy, times } from './refusal-data.js';
import { A_MINUTE } from '../../../../platform/durations.js';

/** Rules checked for each instructor of a session. */
export const OF_AN_INSTRUCTOR: readonly Rule<OneTeaching>[] = [
  instructorIsFree,
  instructorStillTeaches,
  instructorIsQualifiedOnTheDate,
  instructorIsNotAbsent,
  instructorIsBookableThen,
  instructorHasHoursLeftThatDay,
  instructorHasHoursLeftThatWeek,
];

function instructorIsFree({ clashes, teaching }: OneTeaching): Answer {
  const { id, name } = teaching.instructor;
  return heldBy(clashes, { resource: 'instructor', resourceId: id }, (other) =>
    refuse('instructorIsTaken', { ...other, ...bothNames('instructor', name) }, 'instructorId'),
  );
}

function instructorStillTeaches({ teaching: { instructor } }: OneTeaching): Answer {
  return instructor.retired
    ? refuse('instructorHasLeft', bothNames('instructor', instructor.name), 'instructorId')
    : null;
}

function instructorIsQualifiedOnTheDate({ teaching: { instructor }, cohort, proposed }: OneTeaching): Answer {
  const date = dayOf(proposed.startsAt);
  // Assistants and examiners need no qualification; only the lead does.
  const leads = proposed.instructors.some((one) => one.instructorId === instructor.id && one.role === 'lead');
  if (!leads || isQualifiedOn(date, cohort.courseId, instructor.qualifications)) return null;
  const nearest = instructor.qualifications.find((one) => one.courseId === cohort.courseId);
  if (nearest === undefined)
    return refuse('instructorNotQualified', bothNames('instructor', instructor.name), 'instructorId');
  return refuse(
    'instructorNotQualifiedOnTheDate',
    {
      ...bothNames('instructor', instructor.name),
      date,
      from: nearest.validFrom ?? '…',
      until: nearest.validUntil ?? '…',
    },
    'instructorId',
  );
}

function instructorIsNotAbsent({ teaching: { instructor }, proposed }: OneTeaching): Answer {
  const away = awayDuring(instructor, proposed);
  return away
    ? refuse(
        'instructorIsAbsent',
        { ...bothNames('instructor', instructor.name), from: away.startsAt, until: away.endsAt, reason: away.reason },
        'instructorId',
      )
    : null;
}

function instructorIsBookableThen({ teaching: { instructor }, proposed }: OneTeaching): Answer {
  return isWithinHours(instructor, proposed)
    ? null
    : refuse(
        'instructorOutsideHours',
        { ...bothNames('instructor', instructor.name), ...times(proposed) },
        'instructorId',
      );
}

function instructorHasHoursLeftThatDay({ teaching: { instructor, minutesThatDay }, proposed }: OneTeaching): Answer {
  return overLoad(instructor.mostMinutesPerDay, minutesThatDay + minutesOf(proposed), (hours) =>
    refuse(
      'instructorTaughtEnoughThatDay',
      { ...bothNames('instructor', instructor.name), ...hours, day: dayOf(proposed.startsAt) },
      'instructorId',
    ),
  );
}

function instructorHasHoursLeftThatWeek({ teaching: { instructor, minutesThatWeek }, proposed }: OneTeaching): Answer {
  return overLoad(instructor.mostMinutesPerWeek, minutesThatWeek + minutesOf(proposed), (hours) =>
    refuse(
      'instructorTaughtEnoughThatWeek',
      { ...bothNames('instructor', instructor.name), ...hours, day: dayOf(proposed.startsAt) },
      'instructorId',
    ),
  );
}

function overLoad(
  most: number | null,
  minutes: number,
  refusalOf: (hours: { most: number; hours: number }) => Refusal<TimetableRefusalCode>,
): Answer {
  return most === null || minutes <= most ? null : refusalOf({ most: inHours(most), hours: inHours(minutes) });
}

function inHours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}

function minutesOf({ startsAt, endsAt }: ProposedSlot): number {
  return (endsAt - startsAt) / A_MINUTE;
}
