import { dayOf } from '../../../../platform/clock.js';
import { refuse } from '../../../../platform/refusals.js';
import { awayDuring, isWithinHours } from '../availability.js';
import { type Answer, type SlotFacts, type Rule } from './slot-facts.js';
import { bothNames, heldBy, times } from './refusal-data.js';

/** Rules checked once per session, with its room and cohort. */
export const OF_THE_SESSION: readonly Rule<SlotFacts>[] = [
  sessionEndsAfterItStarts,
  sessionStaysWithinOneDay,
  sessionIsNotInThePast,
  roomIsFree,
  cohortIsFree,
  roomIsInUse,
  roomIsNotShut,
  roomIsBookableThen,
  roomSeatsTheCohort,
];

function sessionEndsAfterItStarts({ proposed }: SlotFacts): Answer {
  return proposed.endsAt > proposed.startsAt ? null : refuse('sessionEndsBeforeItStarts', times(proposed), 'endTime');
}

function sessionStaysWithinOneDay({ proposed }: SlotFacts): Answer {
  const late = proposed.endsAt > proposed.startsAt && dayOf(proposed.startsAt) !== dayOf(proposed.endsAt);
  return late ? refuse('sessionCrossesMidnight', times(proposed), 'endTime') : null;
}

function sessionIsNotInThePast({ proposed, now }: SlotFacts): Answer {
  return proposed.startsAt >= now ? null : refuse('sessionIsInThePast', { ...times(proposed), now }, 'date');
}

function roomIsFree({ clashes, room }: SlotFacts): Answer {
  return heldBy(clashes, { resource: 'room' }, (other) =>
    refuse('roomIsTaken', { ...other, ...bothNames('room', room?.name ?? null) }, 'roomId'),
  );
}

function cohortIsFree({ clashes }: SlotFacts): Answer {
  return heldBy(clashes, { resource: 'cohort' }, (other) => refuse('cohortIsTaken', other, 'startTime'));
}

function roomIsInUse({ room }: SlotFacts): Answer {
  return room?.closed ? refuse('roomIsClosed', bothNames('room', room.name), 'roomId') : null;
}

function roomIsNotShut({ room, proposed }: SlotFacts): Answer {
  const away = room && awayDuring(room, proposed);
  return room && away
    ? refuse(
        'roomIsShutThen',
        { ...bothNames('room', room.name), from: away.startsAt, until: away.endsAt, reason: away.reason },
        'roomId',
      )
    : null;
}

function roomIsBookableThen({ room, proposed }: SlotFacts): Answer {
  return room === null || isWithinHours(room, proposed)
    ? null
    : refuse('roomOutsideHours', { ...bothNames('room', room.name), ...times(proposed) }, 'roomId');
}

function roomSeatsTheCohort({ room, cohort }: SlotFacts): Answer {
  if (room === null || room.seats >= cohort.seatsNeeded) return null;
  return refuse(
    'roomTooSmall',
    { ...bothNames('room', room.name), seats: room.seats, needed: cohort.seatsNeeded },
    'roomId',
  );
}
