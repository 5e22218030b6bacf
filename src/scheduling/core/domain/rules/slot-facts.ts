import { type Refusal } from '../../../../platform/refusals.js';
import type { Clash, LicenceNeed, ProposedSlot } from '../placed-session.js';
import type { TimetableRefusalCode } from '../refusals.js';
import type { PoolUse } from '../session-index.js';
import type { CohortFacts, InstructorFacts, PoolFacts, RoomFacts } from '../timetable-facts.js';

/** Facts about a proposed slot. Instants in epoch milliseconds. */
export interface SlotFacts {
  readonly now: number;
  readonly proposed: ProposedSlot;
  /** From `SessionIndex.clashesOf(proposed)`. */
  readonly clashes: readonly Clash[];
  readonly cohort: CohortFacts;
  readonly room: RoomFacts | null;
  readonly instructors: readonly TeachingFacts[];
  readonly pools: readonly NeedFacts[];
}

/** One instructor of the session; minutes are those of their other sessions of that day and week. */
export interface TeachingFacts {
  readonly instructor: InstructorFacts;
  readonly minutesThatDay: number;
  readonly minutesThatWeek: number;
}

export interface NeedFacts {
  readonly pool: PoolFacts;
  readonly need: LicenceNeed;
  readonly use: PoolUse;
}

export type Answer = Refusal<TimetableRefusalCode> | null;
export type Rule<Facts> = (facts: Facts) => Answer;
export type OneTeaching = SlotFacts & { readonly teaching: TeachingFacts };
export type OneNeed = SlotFacts & { readonly needed: NeedFacts };
