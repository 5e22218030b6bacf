import { daysAfter, instantOf } from '../../../../../src/platform/clock.js';
import { isRefused } from '../../../../../src/platform/refusals.js';
import { isClosed, type AcademyCalendar } from '../../../../../src/scheduling/core/domain/academy-calendar.js';
import { previewPattern } from '../../../../../src/scheduling/patterns/domain/pattern-preview.js';
import { type Span } from '../../../../../src/scheduling/core/domain/placed-session.js';
import { Timetable } from '../../../../../src/scheduling/core/domain/timetable.js';
import { type Fate, type WeekKind, type Slot, SLOTS } from './cohort-slots.js';
import type { PlacedCourse } from '../course.js';
import { courseNamed } from '../courses.js';
import { INSTRUCTORS } from '../instructors.js';
import { poolFor } from '../licences.js';
import { plannerFacts } from '../planner-facts.js';
import { patternFor } from '../weekly-patterns.js';
import { SeededRandom } from '../seeded-random.js';
import { type Holders, type Laid, placeOf, roomsFor, type Wish } from './placing.js';
import type { PlannedCohort } from './planned-cohort.js';

/** Maximum distance in days from the preferred date. */
const MOST_SHIFT = 45;
const ONLINE_CAPACITY = 200;

/** Eighty cohorts around today, each when its room, its instructor and the calendar allow it. Earliest first. */
export function demoCohorts(today: string, calendar: AcademyCalendar): PlannedCohort[] {
  const planner = new Planner(today, calendar);
  const placed = SLOTS.map((slot, at) => planner.place(slot, at)).sort((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const taken = new Map<string, number>();
  return placed.map((cohort) => {
    const base = `${cohort.course.code.replace(/T\d\d$/, '')}-${cohort.startsOn.slice(0, 7)}`;
    const count = (taken.get(base) ?? 0) + 1;
    taken.set(base, count);
    return { ...cohort, code: count === 1 ? base : `${base}-${count}` };
  });
}

class Planner {
  readonly #timetable: Timetable;
  readonly #random = new SeededRandom('cohorts of the academy');

  constructor(
    private readonly today: string,
    private readonly calendar: AcademyCalendar,
  ) {
    this.#timetable = new Timetable({ sessions: [], ...plannerFacts(today), calendar, now: 0 });
  }

  /** @throws RangeError if nothing is free for weeks around, which means that the plan itself is wrong */
  place(slot: Slot, at: number): PlannedCohort {
    const wish = this.#wish(slot, at);
    const days = this.#daysNear(slot);
    // A current cohort keeps its kind of week, so that a weekend has its sessions too; others keep their date.
    const tries =
      slot.fate === 'running'
        ? slot.weekKinds.flatMap((weekKind) => days.map((date) => ({ date, weekKind })))
        : days.flatMap((date) => slot.weekKinds.map((weekKind) => ({ date, weekKind })));
    for (const { date, weekKind } of tries) {
      const placed = this.#on(date, weekKind, wish);
      if (placed) return placed;
    }
    throw new RangeError(`No place for ${slot.course} (${slot.fate}) near ${daysAfter(this.today, slot.from)}`);
  }

  #wish(slot: Slot, at: number): Wish {
    const course = courseNamed(slot.course);
    const one = course.days === 1 && !course.lab;
    const delivery = one && at % 3 === 0 && slot.cast === null ? 'online' : at % 7 === 3 ? 'hybrid' : 'onsite';
    const capacity = this.#capacity(course, slot, { large: one, online: delivery === 'online' });
    return { slot, at, course, delivery, capacity };
  }

  #capacity(course: PlacedCourse, { fate }: Slot, { large, online }: { large: boolean; online: boolean }): number {
    if (large) return fate === 'full' ? 60 : online ? ONLINE_CAPACITY : this.#random.pick([140, 150, 180, 180]);
    if (course.requires.length > 0) return this.#random.pick([40, 44, 48]);
    if (fate === 'full') return 36;
    return this.#random.pick(course.lab ? [60, 64, 72, 80] : [60, 70, 80, 80]);
  }

  /** The preferred day first, then further away: backwards for past cohorts, forwards for future ones. */
  #daysNear({ from, fate }: Slot): string[] {
    const step = from < 0 && fate !== 'ended' ? -1 : 1;
    return Array.from({ length: MOST_SHIFT }, (_, shift) =>
      daysAfter(this.today, from + (fate === 'ended' ? -shift : step * shift)),
    );
  }

  #on(date: string, weekKind: WeekKind, wish: Wish): PlannedCohort | null {
    if (isClosed(this.calendar.dayOn(date))) return null;
    const pattern = patternFor(wish.course, weekKind, date);
    const preview = pattern && previewPattern(pattern, this.calendar);
    if (!pattern || !preview || isRefused(preview) || !this.#suits(wish.slot.fate, preview)) return null;
    const spans = preview.entries
      .filter(({ outcome }) => outcome === 'planned')
      .map(({ startsAt, endsAt }) => ({ startsAt, endsAt }));
    const holders = this.#placed(
      wish,
      spans,
      poolFor(wish.course.code, { startsOn: preview.firstDate, endsOn: preview.lastDate }, this.today),
    );
    if (!holders) return null;
    return this.#planned(wish, {
      pattern,
      sessions: spans,
      startsOn: preview.firstDate,
      endsOn: preview.lastDate,
      holders,
    });
  }

  #suits(fate: Fate, { firstDate, lastDate }: { readonly firstDate: string; readonly lastDate: string }): boolean {
    switch (fate) {
      case 'certified':
        return lastDate <= daysAfter(this.today, -7);
      case 'completed':
        return lastDate <= daysAfter(this.today, -4);
      case 'ended':
        return lastDate < this.today && lastDate >= daysAfter(this.today, -20);
      case 'running':
        return firstDate < this.today && lastDate >= daysAfter(this.today, 1);
      default:
        return true;
    }
  }

  /**
   * The first instructor and room for which the product's own rules allow every session; adds the sessions to the
   * timetable.
   */
  #placed(wish: Wish, spans: readonly Span[], pool: number | null): Holders | null {
    for (const instructorId of this.#instructorsOf(wish)) {
      for (const roomId of roomsFor(wish)) {
        const holders = { roomId, instructorId, pool };
        if (this.#stand(wish, spans, holders)) return holders;
      }
    }
    return null;
  }

  #stand(wish: Wish, spans: readonly Span[], holders: Holders): boolean {
    const facts = { courseId: wish.course.code, seatsNeeded: holders.roomId === null ? 0 : wish.capacity };
    const placings = spans.map((span, at) =>
      this.#timetable.proposedSlot({
        id: `${wish.at}/${at}`,
        cohortId: String(wish.at),
        slot: placeOf(wish, span, holders),
      }),
    );
    if (!placings.every((proposed) => this.#timetable.index.isFree(proposed))) return false;
    placings.forEach((proposed, at) =>
      this.#timetable.index.put({
        ...proposed,
        ...facts,
        id: `${wish.at}/${at}`,
        number: at + 1,
        cohortCode: wish.course.code,
        roomName: null,
        instructorNames: [],
      }),
    );
    if (placings.every((proposed) => this.#timetable.judge(proposed, facts).length === 0)) return true;
    placings.forEach(({ id }) => this.#timetable.index.remove(id ?? ''));
    return false;
  }

  #instructorsOf({ course, at, slot }: Wish): string[] {
    const able = INSTRUCTORS.flatMap(({ teaches }, number) => (teaches.includes(course.code) ? [String(number)] : []));
    const turn = slot.cast === 'seat' ? 0 : at % able.length;
    return [...able.slice(turn), ...able.slice(0, turn)];
  }

  #planned({ course, slot, delivery, capacity }: Wish, laid: Laid): PlannedCohort {
    const opensBefore = slot.fate === 'open' || slot.fate === 'full' || slot.fate === 'soon' ? 60 : 45;
    const opensOn =
      slot.fate === 'opensSoon' ? daysAfter(this.today, (slot.from % 4) + 2) : daysAfter(laid.startsOn, -opensBefore);
    const { pattern, sessions, startsOn, endsOn, holders } = laid;
    // Advanced courses that accept enrolments now need half their seats, and soon: one of them waits for its decision.
    const isChoosy = slot.fate === 'open' && course.requires.length > 0;
    return {
      course,
      code: '',
      fate: slot.fate,
      delivery,
      capacity,
      leastEnrolment: isChoosy ? Math.floor(capacity / 2) : Math.min(12, Math.floor(capacity / 3)),
      decisionOn: daysAfter(isChoosy ? this.today : startsOn, isChoosy ? 1 : -7),
      pattern,
      sessions,
      startsOn,
      endsOn,
      roomCode: holders.roomId,
      instructor: Number(holders.instructorId),
      pool: holders.pool,
      cast: slot.cast,
      windowOpensAt: instantOf(opensOn, '09:00'),
      windowClosesAt: instantOf(daysAfter(startsOn, -1), '18:00'),
    };
  }
}
