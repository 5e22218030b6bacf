import { instantOf } from '../../../../src/platform/clock.js';
import { ALWAYS } from '../../../../src/scheduling/core/domain/availability.js';
import { ledBy, type PlacedSession } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { SlotFacts } from '../../../../src/scheduling/core/domain/rules/slot-facts.js';
import { timetableIsFree } from '../../../../src/scheduling/core/domain/rules/timetable-rules.js';
import type { InstructorFacts, PoolFacts, RoomFacts } from '../../../../src/scheduling/core/domain/timetable-facts.js';

const lab: RoomFacts = {
  id: 'r',
  code: 'L2',
  name: { zh: '实训室 2', en: 'Lab 2' },
  seats: 30,
  features: [],
  closed: false,
  setUp: 0,
  clearAway: 0,
  ...ALWAYS,
};
const li: InstructorFacts = {
  id: 'i',
  name: { zh: '李老师', en: 'Li' },
  retired: false,
  qualifications: [{ courseId: 'AZ-104', validFrom: null, validUntil: '2026-06-30' }],
  mostMinutesPerDay: 360,
  mostMinutesPerWeek: 1200,
  ...ALWAYS,
};
const studio: PoolFacts = {
  id: 'vs',
  name: 'Visual Studio Enterprise',
  seats: 40,
  validFrom: '2026-01-01',
  validUntil: '2026-12-31',
  closed: false,
};
const taught = (change: Partial<InstructorFacts> = {}, minutes = { minutesThatDay: 0, minutesThatWeek: 0 }) => ({
  instructors: [{ instructor: { ...li, ...change }, ...minutes }],
});
const needing = (seats: number, pool: Partial<PoolFacts> = {}, held = 0) => ({
  pools: [
    {
      pool: { ...studio, ...pool },
      need: { poolId: 'vs', seats },
      use: { seats: held, holders: held > 0 ? [other] : [] },
    },
  ],
});
const facts: SlotFacts = {
  now: instantOf('2026-03-01', '08:00'),
  proposed: {
    id: null,
    cohortId: 'c',
    startsAt: instantOf('2026-03-10', '09:00'),
    endsAt: instantOf('2026-03-10', '12:00'),
    roomId: 'r',
    instructors: ledBy('i'),
    licences: [],
    setUp: 0,
    clearAway: 0,
  },
  clashes: [],
  cohort: { courseId: 'AZ-104', seatsNeeded: 24 },
  room: lab,
  instructors: [{ instructor: li, minutesThatDay: 0, minutesThatWeek: 0 }],
  pools: [],
};
const other: PlacedSession = {
  ...facts.proposed,
  id: 'other',
  number: 3,
  cohortCode: 'AZ-104-2026-03',
  courseId: 'AZ-104',
  seatsNeeded: 20,
  roomName: lab.name,
  instructorNames: [li.name],
};
const on = (day: string, from: string, until: string) => ({
  ...facts.proposed,
  startsAt: instantOf(day, from),
  endsAt: instantOf(day, until),
});

describe('the rules of the timetable', () => {
  it('accept a session without conflicts', () => {
    expect(timetableIsFree(facts)).toEqual([]);
    expect(timetableIsFree({ ...facts, room: null, instructors: [] })).toEqual([]);
  });

  it.each<[string, Partial<SlotFacts>, string]>([
    ['ends before it starts', { proposed: on('2026-03-10', '12:00', '09:00') }, 'sessionEndsBeforeItStarts'],
    ['lies in the past', { proposed: on('2026-02-10', '09:00', '12:00') }, 'sessionIsInThePast'],
    [
      'crosses midnight',
      { proposed: { ...on('2026-03-10', '22:00', '23:00'), endsAt: instantOf('2026-03-11', '01:00') } },
      'sessionCrossesMidnight',
    ],
    ['wants a room that is too small', { cohort: { courseId: 'AZ-104', seatsNeeded: 31 } }, 'roomTooSmall'],
    ['wants a closed room', { room: { ...lab, closed: true } }, 'roomIsClosed'],
    ['wants an instructor who has left', taught({ retired: true }), 'instructorHasLeft'],
    [
      'wants an instructor who never taught the course',
      { cohort: { courseId: 'DP-300', seatsNeeded: 24 } },
      'instructorNotQualified',
    ],
    [
      'lies after the instructor’s qualification ends',
      { proposed: on('2026-07-01', '09:00', '12:00') },
      'instructorNotQualifiedOnTheDate',
    ],
    [
      'wants a room outside its hours',
      { room: { ...lab, hours: [{ weekday: 2, fromMinute: 600, untilMinute: 1080 }] } },
      'roomOutsideHours',
    ],
    [
      'wants a room on a day that it is never open',
      { room: { ...lab, hours: [{ weekday: 3, fromMinute: 0, untilMinute: 1440 }] } },
      'roomOutsideHours',
    ],
    [
      'wants a room while it is shut',
      {
        room: {
          ...lab,
          away: [
            { startsAt: instantOf('2026-03-10', '11:00'), endsAt: instantOf('2026-03-11', '08:00'), reason: '检修' },
          ],
        },
      },
      'roomIsShutThen',
    ],
    [
      'wants an instructor who is absent',
      taught({
        away: [
          { startsAt: instantOf('2026-03-09', '00:00'), endsAt: instantOf('2026-03-10', '09:30'), reason: '出差' },
        ],
      }),
      'instructorIsAbsent',
    ],
    [
      'wants an instructor outside their hours',
      taught({ hours: [{ weekday: 2, fromMinute: 0, untilMinute: 700 }] }),
      'instructorOutsideHours',
    ],
    [
      'gives an instructor more hours than a day of theirs takes',
      taught({}, { minutesThatDay: 200, minutesThatWeek: 200 }),
      'instructorTaughtEnoughThatDay',
    ],
    [
      'gives an instructor more hours than a week of theirs takes',
      taught({}, { minutesThatDay: 0, minutesThatWeek: 1100 }),
      'instructorTaughtEnoughThatWeek',
    ],
    ['wants more seats of a licence than there are', needing(41), 'poolIsShort'],
    ['wants seats of a licence that another session holds', needing(24, {}, 20), 'poolIsShort'],
    ['wants a licence after it has run out', needing(24, { validUntil: '2026-03-09' }), 'poolNotValidOnTheDate'],
    ['wants a licence before it begins', needing(24, { validFrom: '2026-03-11' }), 'poolNotValidOnTheDate'],
    ['wants a licence that is out of use', needing(24, { closed: true }), 'poolIsClosed'],
  ])('refuse one that %s', (_, change, code) => {
    expect(timetableIsFree({ ...facts, ...change }).map((one) => one.code)).toEqual([code]);
  });

  it('judge a qualification on the session’s own date: its last day still counts', () => {
    expect(timetableIsFree({ ...facts, proposed: on('2026-06-30', '09:00', '12:00') })).toEqual([]);
  });

  it('let an assistant help who may not lead, and hours that touch one another count as one', () => {
    const helper = { ...li, id: 'h', qualifications: [] };
    const proposed = {
      ...facts.proposed,
      instructors: [...ledBy('i'), { instructorId: 'h', role: 'assistant' as const }],
    };
    expect(
      timetableIsFree({
        ...facts,
        proposed,
        instructors: [...facts.instructors, { instructor: helper, minutesThatDay: 0, minutesThatWeek: 0 }],
      }),
    ).toEqual([]);
    const morning = { weekday: 2 as const, fromMinute: 480, untilMinute: 660 };
    expect(
      timetableIsFree({
        ...facts,
        room: { ...lab, hours: [{ ...morning, fromMinute: 660, untilMinute: 720 }, morning] },
      }),
    ).toEqual([]);
  });

  it('share a licence up to its last seat, and name who holds the rest', () => {
    expect(timetableIsFree({ ...facts, ...needing(20, {}, 20) })).toEqual([]);
    expect(timetableIsFree({ ...facts, ...needing(24, {}, 20) })).toMatchObject([
      { field: 'poolIds', data: { seats: 40, left: 20, wanted: 24, holders: 'AZ-104-2026-03 #3', session: 'other' } },
    ]);
  });

  it('name the session that holds the room, and count the rest', () => {
    const clash = { resource: 'room' as const, resourceId: 'r', other, overlap: other };
    expect(timetableIsFree({ ...facts, clashes: [clash, clash] })).toMatchObject([
      {
        code: 'roomIsTaken',
        field: 'roomId',
        data: { cohort: 'AZ-104-2026-03', number: 3, roomZh: '实训室 2', roomEn: 'Lab 2', day: '2026-03-10', more: 1 },
      },
    ]);
  });
});
