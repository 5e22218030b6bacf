import type { Refusal } from '../../../platform/refusals.js';
import type { PlacedSession, ProposedSlot, Span, Timetable } from '../../core/domain/index.js';
import { whatForbids } from './affected-sessions.js';
import { compareCosts, type Cost, NO_COST, sumOf, UNPLACED } from './cost.js';
import { type Fit, fitAt, type FitOutcome, waysAt } from './fit.js';
import type { AffectedSession, RepairCohort, RepairScope } from './repair.js';
import { type Reach, type FreeSlot, freeSlotsFor } from './free-slots.js';

/** A session being placed, with all times to which it may move. */
export interface InHand extends AffectedSession {
  readonly cohort: RepairCohort;
  readonly slots: readonly FreeSlot[];
}

/** The current placement of a session. Without a slot it stays at its own time, as in `fit`. */
export interface Put {
  readonly proposed: ProposedSlot;
  readonly slot: FreeSlot | null;
  readonly fit: Fit;
  readonly cost: Cost;
}

const NEW_ROOM_SHIFT = 0.5;
/** Cost in days of another instructor who has to prepare the session. */
const NEW_TEACHER_SHIFT = 10;
const NEW_TEACHER_DISTURBS = 2;

/** The timetable without the sessions being placed, to which they are added one by one. Added sessions never clash. */
export class Workbench {
  readonly put = new Map<string, Put>();
  /** Number of slots checked so far. */
  spent = 0;

  constructor(
    readonly reach: Reach,
    readonly scope: RepairScope,
  ) {}

  get timetable(): Timetable {
    return this.reach.timetable;
  }

  inHand(affected: AffectedSession): InHand {
    const cohort = this.scope.cohorts.get(affected.session.cohortId);
    if (!cohort) throw new Error(`The repair does not know the cohort of session ${affected.session.id}`);
    return { ...affected, cohort, slots: freeSlotsFor(affected.session, cohort, this.reach) };
  }

  takeOut(one: InHand): void {
    this.timetable.index.remove(one.session.id);
    this.put.delete(one.session.id);
  }

  /**
   * Places a session where it costs least; if nothing fits, it returns to its own slot at the cost of an unplaced
   * session.
   */
  insert(one: InHand): Put | null {
    const best = this.best(one);
    if (best) this.place(one, best);
    else this.timetable.index.put(one.session);
    return best;
  }

  place(one: InHand, put: Put): void {
    this.timetable.index.put(standing(this.timetable, one.session, put.proposed));
    this.put.set(one.session.id, put);
  }

  /** The cheapest placement, or null. The session is checked as if it were not in the timetable. */
  best(one: InHand): Put | null {
    let best = this.atItsOwnTime(one);
    if (best?.cost[1] === 0) return best;
    const everybody = disturbedBy(one);
    for (const slot of one.slots) {
      // Slots are sorted best first, so no later one can be better.
      if (best && compareCosts([0, 1, everybody, slot.makesUp ? 0 : 1, slot.shift, 0], best.cost) > 0) break;
      const put = this.at(one, slot);
      if (put && (best === null || compareCosts(put.cost, best.cost) < 0)) best = put;
    }
    return best;
  }

  costOf(one: InHand): Cost {
    return this.put.get(one.session.id)?.cost ?? UNPLACED;
  }

  /** Refusals of a session at a time; empty if it fits. */
  against(one: InHand, slot: FreeSlot): readonly Refusal[] {
    const outcome = this.fit(one, slot);
    return outcome.fit ? [] : outcome.against;
  }

  at(one: InHand, slot: FreeSlot): Put | null {
    const { fit } = this.fit(one, slot);
    if (!fit) return null;
    const shift = slot.shift + (fit.otherRoom ? NEW_ROOM_SHIFT : 0) + fit.otherPeople * NEW_TEACHER_SHIFT;
    return {
      proposed: fit.proposed,
      slot,
      fit,
      cost: [0, 1, disturbedBy(one), slot.makesUp ? 0 : 1, shift, this.crossings(one, slot.startsAt)],
    };
  }

  /** At its current time, with any available room and instructors. */
  atItsOwnTime(one: InHand): Put | null {
    const { session } = one;
    const day = this.reach.days.of(session.startsAt);
    if (!day || day.closed) return null;
    const stays: Fit = { proposed: session, otherRoom: false, otherPeople: 0 };
    if (whatForbids(this.timetable, this.scope, session).length === 0)
      return { proposed: session, slot: null, fit: stays, cost: NO_COST };
    const { fit } = this.fit(one, session);
    if (!fit) return null;
    const disturbed = fit.otherRoom ? disturbedBy(one) : NEW_TEACHER_DISTURBS * fit.otherPeople;
    return {
      proposed: fit.proposed,
      slot: null,
      fit,
      cost: [
        0,
        1,
        disturbed,
        0,
        (fit.otherRoom ? NEW_ROOM_SHIFT : 0) + (fit.otherRoom ? fit.otherPeople * NEW_TEACHER_SHIFT : 0),
        0,
      ],
    };
  }

  /** Conflicting sessions for every variant at a time. */
  obstaclesAt({ session, cohort }: InHand, span: Span): (readonly Refusal[])[] {
    this.spent += 1;
    return waysAt(this.timetable, { proposed: this.proposedSlot(session), cohort }, span).map((proposed) =>
      this.timetable.judge(proposed, cohort),
    );
  }

  private fit({ session, cohort }: InHand, span: Span): FitOutcome {
    this.spent += 1;
    return fitAt(this.timetable, { proposed: this.proposedSlot(session), cohort }, span);
  }

  private proposedSlot({ id, cohortId, ...slot }: PlacedSession): ProposedSlot {
    return this.timetable.proposedSlot({ id, cohortId, slot });
  }

  /** Number of the cohort's other sessions that would be out of numerical order. */
  private crossings({ session }: InHand, startsAt: number): number {
    return this.reach.ofCohort(session.cohortId).filter((other) => {
      if (other.id === session.id) return false;
      const at = this.timetable.index.get(other.id)?.startsAt ?? other.startsAt;
      return other.number < session.number ? at > startsAt : at < startsAt;
    }).length;
  }
}

export function totalOf(bench: Workbench, all: readonly InHand[]): Cost {
  return all.reduce((sum, one) => sumOf(sum, bench.costOf(one)), NO_COST);
}

export function disturbedBy({ session, cohort }: Pick<InHand, 'session' | 'cohort'>): number {
  return cohort.people + session.instructors.length;
}

/** A session of the timetable in another slot. */
export function standing(timetable: Timetable, session: PlacedSession, proposed: ProposedSlot): PlacedSession {
  return {
    ...session,
    ...proposed,
    id: session.id,
    roomName: proposed.roomId === null ? null : (timetable.rooms.get(proposed.roomId)?.name ?? session.roomName),
    instructorNames: proposed.instructors.flatMap(
      ({ instructorId }) => timetable.instructors.get(instructorId)?.name ?? [],
    ),
  };
}
