import { ALWAYS } from '../../../../src/scheduling/core/domain/availability.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../../../../src/scheduling/core/domain/timetable-facts.js';
import { INSTRUCTORS } from './instructors.js';
import { POOLS, termOf } from './licences.js';
import { ROOMS } from './rooms.js';

/** The demo's rooms, people and pools as facts for the product's own rules; identified by index in the content. */
export function plannerFacts(today: string): {
  rooms: RoomFacts[];
  instructors: InstructorFacts[];
  pools: PoolFacts[];
} {
  return {
    rooms: ROOMS.map(({ code, nameZh, nameEn, seats, features, setUpMinutes, clearAwayMinutes, hours }) => ({
      id: code,
      code,
      name: { zh: nameZh, en: nameEn },
      seats,
      features,
      closed: false,
      setUp: setUpMinutes,
      clearAway: clearAwayMinutes,
      ...ALWAYS,
      hours,
    })),
    instructors: INSTRUCTORS.map(({ name, latinName, teaches, hours, mostMinutesPerDay, mostMinutesPerWeek }, at) => ({
      id: String(at),
      name: { zh: name, en: latinName },
      retired: false,
      mostMinutesPerDay,
      mostMinutesPerWeek,
      ...ALWAYS,
      hours,
      qualifications: teaches.map((courseId) => ({ courseId, validFrom: null, validUntil: null })),
    })),
    pools: POOLS.map((pool, at) => ({
      id: String(at),
      name: pool.product,
      seats: pool.seats,
      ...termOf(pool, today),
      closed: false,
    })),
  };
}
