import type { InstructorRow, RoomRow } from '../../../../src/scheduling/core/data/resource-queries.js';
import { DOTTED, SCRIPT } from './resource-models.js';

/** A lab of one seat with no more than it must have. */
export function roomRow(change: Partial<RoomRow> = {}): RoomRow {
  return {
    id: 'r1',
    code: 'LAB-2',
    nameZh: '琵琶泉实训室',
    nameEn: 'Pipa Lab',
    kind: 'lab',
    seats: 1,
    placeZh: '3 号楼',
    placeEn: 'Building 3',
    features: [],
    setUpMinutes: 0,
    clearAwayMinutes: 0,
    closedAt: null,
    ...change,
  };
}

/** A room out of use with everything that a room can have. */
export const FULL_ROOM = roomRow({
  code: 'A301',
  nameZh: '长'.repeat(100),
  nameEn: SCRIPT,
  kind: 'room',
  seats: 2000,
  features: ['投影', SCRIPT],
  setUpMinutes: 240,
  clearAwayMinutes: 15,
  closedAt: 1,
});

/** An instructor with nothing but a name. */
export function instructorRow(change: Partial<InstructorRow> = {}): InstructorRow {
  return {
    id: 'i1',
    name: DOTTED,
    latinName: null,
    email: null,
    phone: null,
    bioZh: null,
    bioEn: null,
    accountId: null,
    accountEmail: null,
    mostMinutesPerDay: null,
    mostMinutesPerWeek: null,
    retiredAt: null,
    ...change,
  };
}

/** One who left, with everything that is known of instructors. */
export const FULL_INSTRUCTOR = instructorRow({
  id: 'i2',
  name: '王海涛',
  latinName: 'L'.repeat(100),
  email: `${'wang'.repeat(20)}@academy.example`,
  phone: '138 0000 0000',
  bioZh: SCRIPT,
  accountEmail: 'wang@accounts.example',
  mostMinutesPerDay: 60,
  mostMinutesPerWeek: 2430,
  retiredAt: 1,
});
