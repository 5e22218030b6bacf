import { dayOf, daysAfter } from '../../../platform/clock.js';
import { type PlacedSession, slotOf, type Timetable } from '../../core/domain/index.js';
import { makeWay } from './make-way.js';
import { LONGEST_WAIT, whyNowhere } from './no-place.js';
import { RepairDays } from './repair-days.js';
import type { AffectedSession, RepairKind, RepairMove, RepairOptions, RepairProposal } from './repair.js';
import { improve, settle } from './search.js';
import { seeded } from './seeded.js';
import { type InHand, type Put, Workbench } from './workbench.js';

const USUAL_BUDGET = 6000;
/** Past days from which a cohort's usual weekdays and times are derived. */
const DAYS_BACK = 60;
/** Maximum days by which a session may move. */
const FARTHEST = 60;

/**
 * Proposes the fewest moves that repair the affected sessions. Places those with the fewest free slots first, then
 * improves by removing a few and placing them differently, keeping what is better (large neighbourhood search). Only if
 * a session finds no slot may one other session move to make room. Changes the timetable passed in.
 */
export function proposeRepair(
  timetable: Timetable,
  affected: readonly AffectedSession[],
  options: RepairOptions,
): RepairProposal {
  const steps = repairSteps(timetable, affected, options);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same in steps of a few milliseconds, so that callers can yield to the event loop. */
export function* repairSteps(
  timetable: Timetable,
  affected: readonly AffectedSession[],
  { scope, daysBeyondEnd = 0, seed = 1, budget = USUAL_BUDGET }: RepairOptions,
): Generator<void, RepairProposal> {
  const bench = new Workbench(
    {
      timetable,
      days: daysOf(timetable, affected, { scope, daysBeyondEnd }),
      daysBeyondEnd,
      farthest: FARTHEST,
      ofCohort: byCohort(timetable),
    },
    scope,
  );
  const all: InHand[] = [];
  for (const one of affected) {
    all.push(bench.inHand(one));
    yield;
  }
  for (const one of all) bench.takeOut(one);
  for (const one of yield* byFewestPlaces(bench, all)) {
    bench.insert(one);
    yield;
  }
  yield* settle(bench, all);
  yield* improve(bench, all, { random: seeded(seed), budget });
  yield* makeWay(bench, all);
  yield* settle(bench, all);
  return proposalOf(bench, all);
}

function byCohort(timetable: Timetable): (cohortId: string) => readonly PlacedSession[] {
  const byCohort = new Map<string, PlacedSession[]>();
  for (const session of timetable.index.all()) {
    const others = byCohort.get(session.cohortId);
    if (others) others.push(session);
    else byCohort.set(session.cohortId, [session]);
  }
  return (cohortId) => byCohort.get(cohortId) ?? [];
}

/** From some time before today to after the last day that can be proposed. */
function daysOf(
  timetable: Timetable,
  affected: readonly AffectedSession[],
  { scope, daysBeyondEnd }: Pick<RepairOptions, 'scope'> & { daysBeyondEnd: number },
): RepairDays {
  const today = dayOf(timetable.now);
  const ends = affected.flatMap(({ session }) => [
    dayOf(session.startsAt),
    scope.cohorts.get(session.cohortId)?.endsOn ?? today,
  ]);
  const last = ends.reduce((latest, day) => (day > latest ? day : latest), today);
  return new RepairDays(
    timetable.calendar,
    daysAfter(today, -DAYS_BACK),
    daysAfter(last, daysBeyondEnd + LONGEST_WAIT),
  );
}

const PLACES_COUNTED = 12;

function* byFewestPlaces(bench: Workbench, all: readonly InHand[]): Generator<void, InHand[]> {
  const places = new Map<string, number>();
  for (const one of all) {
    places.set(
      one.session.id,
      one.slots.slice(0, PLACES_COUNTED).filter((slot) => bench.at(one, slot) !== null).length,
    );
    yield;
  }
  return [...all].sort(
    (a, b) =>
      (places.get(a.session.id) ?? 0) - (places.get(b.session.id) ?? 0) ||
      a.session.startsAt - b.session.startsAt ||
      a.session.number - b.session.number,
  );
}

function proposalOf(bench: Workbench, all: readonly InHand[]): RepairProposal {
  const inOrder = [...all].sort(
    (a, b) => a.session.startsAt - b.session.startsAt || a.session.number - b.session.number,
  );
  const put = inOrder.flatMap((one) => {
    const placement = bench.put.get(one.session.id);
    return placement ? [{ one, placement }] : [];
  });
  return {
    moves: put.filter(({ placement }) => placement.cost[1] > 0).map(({ one, placement }) => moveOf(one, placement)),
    settled: put
      .filter(({ placement }) => placement.cost[1] === 0)
      .map(({ one: { session, reasons } }) => ({ session, reasons })),
    unplaced: inOrder
      .filter(({ session }) => !bench.put.has(session.id))
      .map((one) => ({ session: one.session, reasons: one.reasons, ...whyNowhere(bench, one) })),
  };
}

function moveOf({ session, reasons }: InHand, { proposed, slot, fit, cost }: Put): RepairMove {
  return {
    session,
    reasons,
    kind: kindOf({ slot, fit }),
    slot: slotOf(proposed),
    days: slot?.days ?? 0,
    disturbed: cost[2],
  };
}

function kindOf({ slot, fit }: Pick<Put, 'slot' | 'fit'>): RepairKind {
  if (slot?.makesUp) return 'makeUpWorkday';
  if (slot) return slot.days === 0 ? 'otherTime' : 'otherDay';
  if (fit.otherRoom && fit.otherPeople > 0) return 'roomAndInstructor';
  return fit.otherRoom ? 'room' : 'instructor';
}
