import { Module } from '@nestjs/common';
import { DeclareClosure, LoadHolidayNotice } from './actions/academy-calendar.js';
import { AddSessions } from './actions/add-sessions.js';
import { CalendarFeeds } from './actions/calendar-feeds.js';
import { CancelSession } from './actions/cancel-session.js';
import { AddInstructor, ChangeInstructor, RetireInstructor } from './actions/instructors.js';
import { MoveSession } from './actions/move-session.js';
import { PlaceSession } from './actions/place-session.js';
import { QualifyInstructor } from './actions/qualify-instructor.js';
import { AddRoom, ChangeRoom, CloseRoom } from './actions/rooms.js';
import { ScheduleByPattern } from './actions/schedule-by-pattern.js';
import { TimetableLetters } from './actions/timetable-letters.js';
import { AcademyCalendarReader } from './data/academy-days.js';
import { PatternPlanner } from './data/pattern-planner.js';
import { TimetableReader } from './data/timetable-reader.js';

const acts = [
  AddRoom, ChangeRoom, CloseRoom, AddInstructor, ChangeInstructor, RetireInstructor, QualifyInstructor, LoadHolidayNotice, DeclareClosure,
  ScheduleByPattern, PlaceSession, MoveSession, CancelSession, CalendarFeeds,
];

/** Sessions, rooms, instructors, the calendar, and who may not be in two places at once. */
@Module({
  providers: [...acts, AddSessions, TimetableLetters, AcademyCalendarReader, PatternPlanner, TimetableReader],
  exports: [...acts, AcademyCalendarReader, TimetableReader],
})
export class SchedulingModule {}
