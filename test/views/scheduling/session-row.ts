import { instantOf } from '../../../src/platform/index.js';
import type { SessionRow, TaughtBy } from '../../../src/scheduling/core/data/timetable-queries.js';

/** A planned session on the Wednesday after pages are looked at; `change`: what differs. */
export function sessionRow(change: Partial<SessionRow> = {}): SessionRow {
  return {
    id: 's1',
    cohortId: 'c1',
    cohort: 'AZ-104-2026-03',
    cohortState: 'confirmed',
    courseId: 'k1',
    course: { zh: 'Azure 管理员', en: 'Azure administrator' },
    number: 3,
    startsAt: instantOf('2026-03-11', '09:00'),
    endsAt: instantOf('2026-03-11', '12:00'),
    updatedAt: 0,
    state: 'planned',
    sequence: 0,
    roomId: 'r1',
    room: { zh: '琵琶泉实训室', en: 'Pipa Lab' },
    place: null,
    instructors: [taughtBy({ answer: 'confirmed' })],
    instructor: { zh: '王海涛', en: 'Wang Haitao' },
    licences: [],
    overrideReason: null,
    meantDay: null,
    cancelledBecause: null,
    ...change,
  };
}

export function taughtBy(change: Partial<TaughtBy> = {}): TaughtBy {
  const name = { zh: '王海涛', en: 'Wang Haitao' };
  return { id: 'i1', name, role: 'lead', answer: 'open', accountId: null, said: null, ...change };
}
