import { instantOf } from '../../../src/platform/clock.js';
import { type PlacingFacts, timetableIsFree } from '../../../src/scheduling/domain/rules.js';

const lab = { name: { zh: '实训室 2', en: 'Lab 2' }, seats: 30, closed: false };
const li = { name: { zh: '李老师', en: 'Li' }, retired: false, qualifications: [{ courseId: 'AZ-104', validFrom: null, validUntil: '2026-06-30' }] };
const facts: PlacingFacts = {
  now: instantOf('2026-03-01', '08:00'),
  placing: { id: null, cohortId: 'c', startsAt: instantOf('2026-03-10', '09:00'), endsAt: instantOf('2026-03-10', '12:00'), roomId: 'r', instructorId: 'i' },
  clashes: [], courseId: 'AZ-104', seatsNeeded: 24, room: lab, instructor: li,
};
const on = (day: string, from: string, until: string) => ({ ...facts.placing, startsAt: instantOf(day, from), endsAt: instantOf(day, until) });

describe('the rules of the timetable', () => {
  it('let a session stand that harms nobody', () => {
    expect(timetableIsFree(facts)).toEqual([]);
    expect(timetableIsFree({ ...facts, room: null, instructor: null })).toEqual([]);
  });

  it.each<[string, Partial<PlacingFacts>, string]>([
    ['ends before it starts', { placing: on('2026-03-10', '12:00', '09:00') }, 'sessionEndsBeforeItStarts'],
    ['lies in the past', { placing: on('2026-02-10', '09:00', '12:00') }, 'sessionIsInThePast'],
    ['crosses midnight', { placing: { ...facts.placing, endsAt: instantOf('2026-03-11', '01:00') } }, 'sessionCrossesMidnight'],
    ['wants a room that is too small', { seatsNeeded: 31 }, 'roomTooSmall'],
    ['wants a closed room', { room: { ...lab, closed: true } }, 'roomIsClosed'],
    ['wants an instructor who has left', { instructor: { ...li, retired: true } }, 'instructorHasLeft'],
    ['wants an instructor who never taught the course', { courseId: 'DP-300' }, 'instructorNotQualified'],
    ['lies after the instructor’s qualification ends', { placing: on('2026-07-01', '09:00', '12:00') }, 'instructorNotQualifiedOnTheDate'],
  ])('refuse one that %s', (_, change, code) => {
    expect(timetableIsFree({ ...facts, ...change }).map((one) => one.code)).toEqual([code]);
  });

  it('judge a qualification on the session’s own date: its last day still counts', () => {
    expect(timetableIsFree({ ...facts, placing: on('2026-06-30', '09:00', '12:00') })).toEqual([]);
  });

  it('name the session that holds the room, and count the rest', () => {
    const other = { ...facts.placing, id: 'other', number: 3, cohortCode: 'AZ-104-2026-03', roomName: lab.name, instructorName: null };
    const clash = { resource: 'room' as const, resourceId: 'r', other, overlap: other };
    expect(timetableIsFree({ ...facts, clashes: [clash, clash] })).toMatchObject([
      { code: 'roomIsTaken', field: 'roomId', data: { cohort: 'AZ-104-2026-03', number: 3, roomZh: '实训室 2', roomEn: 'Lab 2', day: '2026-03-10', more: 1 } },
    ]);
  });
});
