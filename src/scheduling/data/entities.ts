import { BookableHours, Unavailability } from './availability.entity.js';
import { Bulletin, BulletinChange, BulletinLetter } from './bulletin.entity.js';
import { CalendarDay, HolidayNoticeRow } from './calendar-day.entity.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { Instructor } from './instructor.entity.js';
import { LicencePool } from './licence-pool.entity.js';
import { QualificationRow } from './qualification.entity.js';
import { Room } from './room.entity.js';
import { SessionHold } from './session-hold.entity.js';
import { SessionInstructor } from './session-instructor.entity.js';
import { SessionLicence } from './session-licence.entity.js';
import { Session } from './session.entity.js';
import { TimetablePattern } from './timetable-pattern.entity.js';
import { PlannedChange, TimetablePlan } from './timetable-plan.entity.js';

export const schedulingEntities = [
  Room, Instructor, QualificationRow, BookableHours, Unavailability, LicencePool, HolidayNoticeRow, CalendarDay,
  Session, SessionInstructor, SessionLicence, SessionHold, TimetablePattern, TimetablePlan, PlannedChange,
  Bulletin, BulletinChange, BulletinLetter, CalendarFeed,
];
