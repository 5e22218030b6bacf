import { clockOf, daysAfter, instantOf, monthsAfter } from '../../../../src/platform/clock.js';
import type { Span } from '../../../../src/scheduling/core/domain/placed-session.js';
import { ACHIEVEMENTS } from './achievements.js';
import type { Fate } from './cohorts/cohort-slots.js';
import type { PlannedCohort } from './cohorts/planned-cohort.js';
import { SeededRandom } from './seeded-random.js';
import type { DemoTrainee } from './trainees.js';
import { A_DAY, AN_HOUR } from '../../../../src/platform/index.js';

export const ENROLMENT_COUNT = 6000;

/** The number of the cast's trainee. */
export const CAST_TRAINEE = 0;

export interface PlannedEnrolment {
  readonly cohort: PlannedCohort;
  readonly trainee: number;
  readonly at: number;
  /** When the person withdraws, from a seat or from the waitlist. */
  readonly withdrawsAt: number | null;
  /** Whether the person attends enough sessions and passes, if given a seat. */
  readonly finishes: boolean;
}

const SHARE: Readonly<Record<Fate, readonly [least: number, most: number]>> = {
  certified: [0.82, 1.05],
  completed: [0.82, 1.05],
  ended: [0.85, 1],
  running: [0.82, 1],
  full: [1.2, 1.3],
  soon: [0.7, 0.9],
  open: [0.3, 0.6],
  opensSoon: [0, 0],
  draft: [0, 0],
  cancelled: [0.12, 0.2],
  cancelledAhead: [0.1, 0.16],
};
const FINISHES = { day: 0.9, longer: 0.8 };
const WITHDRAWS = 0.06;

/** When a cohort's certificates are issued: four days after its last session. */
export function certifiedAt(cohort: PlannedCohort): number {
  return instantOf(daysAfter(cohort.endsOn, 4), '10:00');
}

/** Six thousand enrolments, each allowed by the academy's rules at its time. Earliest first. */
export function demoEnrolments(
  cohorts: readonly PlannedCohort[],
  trainees: readonly DemoTrainee[],
  today: string,
): PlannedEnrolment[] {
  const desk = new EnrolmentDesk(trainees, instantOf(today, '00:00'));
  for (const cohort of cohorts) desk.fill(cohort);
  const large = cohorts.filter(
    ({ fate, course }) => fate === 'certified' && course.requires.length === 0 && course.days === 1,
  );
  for (let round = 0; desk.planned.length < ENROLMENT_COUNT; round += 1) {
    const cohort = large[round % large.length];
    if (!cohort || round > 100 * ENROLMENT_COUNT) throw new RangeError('The cohorts cannot hold so many enrolments');
    desk.add(cohort, 1);
  }
  return desk.planned.slice(0, ENROLMENT_COUNT).sort((a, b) => a.at - b.at || a.trainee - b.trainee);
}

interface History {
  count: number;
  readonly courses: Set<string>;
  readonly sessions: Span[];
  readonly held: { readonly achievement: string; readonly from: number; readonly until: string }[];
}

class EnrolmentDesk {
  readonly planned: PlannedEnrolment[] = [];
  readonly #random = new SeededRandom('enrolments of the academy');
  readonly #histories = new Map<number, History>();
  readonly #seated = new Map<string, number>();

  constructor(
    private readonly trainees: readonly DemoTrainee[],
    private readonly now: number,
  ) {}

  fill(cohort: PlannedCohort): void {
    if (cohort.cast === 'seat') this.#enrol(cohort, CAST_TRAINEE, { withdraws: false, finishes: true });
    const [least, most] = SHARE[cohort.fate];
    this.add(
      cohort,
      Math.round(cohort.capacity * (least + (most - least) * this.#random.next())) - (cohort.cast ? 1 : 0),
    );
    if (cohort.cast === 'line') this.#lineUpCast(cohort);
  }

  /**
   * The cast's trainee enrols just after the last seat is taken; somebody withdraws on the eve of today, so that the
   * seat is on offer.
   */
  #lineUpCast(cohort: PlannedCohort): void {
    const others = this.planned.filter((one) => one.cohort === cohort).sort((a, b) => a.at - b.at);
    const last = others[cohort.capacity - 1];
    if (!last) return;
    this.planned.splice(0, this.planned.length, ...this.planned.filter((one) => one.cohort !== cohort));
    this.planned.push(
      ...others.map((one, place) => ({ ...one, withdrawsAt: place === 3 ? this.now - 3 * AN_HOUR : null })),
    );
    this.planned.push({ cohort, trainee: CAST_TRAINEE, at: last.at + 1, withdrawsAt: null, finishes: true });
  }

  /** Adds at most so many, people with few cohorts first; fewer if prerequisites or timetables leave fewer. */
  add(cohort: PlannedCohort, target: number): void {
    const line = this.trainees
      .map(({ number }) => ({ number, rank: this.#history(number).count + this.#random.next() * 4 }))
      .sort((a, b) => a.rank - b.rank);
    let left = target;
    for (const { number } of line) {
      if (left <= 0) return;
      if (this.#enrol(cohort, number, this.#character(cohort))) left -= 1;
    }
  }

  #character({ course }: PlannedCohort): Character {
    return {
      withdraws: this.#random.chance(WITHDRAWS),
      finishes: this.#random.chance(course.days === 1 ? FINISHES.day : FINISHES.longer),
    };
  }

  #enrol(cohort: PlannedCohort, trainee: number, { withdraws, finishes }: Character): boolean {
    const history = this.#history(trainee);
    const until = this.#endOf(cohort) - 4 * AN_HOUR;
    const from = this.#readyAt(cohort, history);
    if (
      from === null ||
      from >= until ||
      history.courses.has(cohort.course.code) ||
      clashes(history.sessions, cohort.sessions)
    )
      return false;
    const at = this.#moment(from, until);
    const withdrawsAt = withdraws ? this.#withdrawal(cohort, at) : null;
    this.planned.push({ cohort, trainee, at, withdrawsAt, finishes });
    history.count += 1;
    history.courses.add(cohort.course.code);
    history.sessions.push(...cohort.sessions);
    this.#remember(cohort, history, finishes && withdrawsAt === null);
    return true;
  }

  /** Until when people enrol: a cohort that will be cancelled stops some days before its start. */
  #endOf({ fate, startsOn, windowClosesAt }: PlannedCohort): number {
    if (fate === 'cancelled') return instantOf(daysAfter(startsOn, -5), '18:00');
    return Math.min(windowClosesAt, fate === 'cancelledAhead' ? this.now - 3 * A_DAY : this.now);
  }

  /** From when the person may enrol: the window is open, and the prerequisites are held on the first day. */
  #readyAt(cohort: PlannedCohort, { held }: History): number | null {
    const times = cohort.course.requires.map(
      (code) => held.find(({ achievement, until }) => achievement === code && until >= cohort.endsOn)?.from ?? null,
    );
    return times.includes(null) ? null : Math.max(cohort.windowOpensAt, ...times.map((time) => (time ?? 0) + AN_HOUR));
  }

  /** A time of day when people are awake. */
  #moment(from: number, until: number): number {
    const at = Math.floor(from + this.#random.next() ** 1.5 * (until - from));
    const hour = Number(clockOf(at).slice(0, 2));
    const awake = hour < 8 ? at + (8 - hour) * AN_HOUR : at;
    return awake < until ? awake : at;
  }

  #withdrawal(cohort: PlannedCohort, at: number): number | null {
    const latest = Math.min(
      (cohort.sessions[0]?.startsAt ?? at) - 60 * AN_HOUR,
      this.now - 30 * AN_HOUR,
      this.#endOf(cohort),
    );
    return latest - at > A_DAY
      ? Math.floor(at + 12 * AN_HOUR + this.#random.next() * (latest - at - 12 * AN_HOUR))
      : null;
  }

  #remember(cohort: PlannedCohort, history: History, finishes: boolean): void {
    const seated = (this.#seated.get(cohort.code) ?? 0) + 1;
    this.#seated.set(cohort.code, seated);
    const achievement = ACHIEVEMENTS.find(({ code }) => code === cohort.course.leadsTo);
    // People who may only have been waiting do not count later.
    if (!achievement || cohort.fate !== 'certified' || !finishes || seated > cohort.capacity) return;
    const until =
      achievement.validMonths === null
        ? '9999-12-31'
        : daysAfter(monthsAfter(daysAfter(cohort.endsOn, 4), achievement.validMonths), -1);
    history.held.push({ achievement: achievement.code, from: certifiedAt(cohort), until });
  }

  #history(trainee: number): History {
    const existing = this.#histories.get(trainee);
    if (existing) return existing;
    const history: History = { count: 0, courses: new Set(), sessions: [], held: [] };
    this.#histories.set(trainee, history);
    return history;
  }
}

interface Character {
  readonly withdraws: boolean;
  readonly finishes: boolean;
}

function clashes(own: readonly Span[], target: readonly Span[]): boolean {
  return target.some((one) => own.some((other) => one.startsAt < other.endsAt && other.startsAt < one.endsAt));
}
