import { CalendarDay, HolidayNoticeRow } from './calendar-day.entity.js';
import { CalendarFeed } from './calendar-feed.entity.js';
import { Instructor } from './instructor.entity.js';
import { QualificationRow } from './qualification.entity.js';
import { Room } from './room.entity.js';
import { Session } from './session.entity.js';

export const schedulingEntities = [Room, Instructor, QualificationRow, HolidayNoticeRow, CalendarDay, Session, CalendarFeed];
