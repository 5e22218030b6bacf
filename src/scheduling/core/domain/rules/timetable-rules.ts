import { blockers, type Refusal } from '../../../../platform/refusals.js';
import type { TimetableRefusalCode } from '../refusals.js';
import { OF_AN_INSTRUCTOR } from './instructor-rules.js';
import type { SlotFacts } from './slot-facts.js';
import { OF_A_POOL } from './pool-rules.js';
import { OF_THE_SESSION } from './slot-rules.js';

/** All refusals of a proposed slot. */
export function timetableIsFree(facts: SlotFacts): Refusal<TimetableRefusalCode>[] {
  return [
    ...blockers(OF_THE_SESSION, facts),
    ...facts.instructors.flatMap((teaching) => blockers(OF_AN_INSTRUCTOR, { ...facts, teaching })),
    ...facts.pools.flatMap((needed) => blockers(OF_A_POOL, { ...facts, needed })),
  ];
}
