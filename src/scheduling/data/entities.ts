import {
  BookableHours,
  CalendarDay,
  HolidayNoticeRow,
  Instructor,
  LicencePool,
  QualificationRow,
  Room,
  Session,
  SessionHold,
  SessionInstructor,
  SessionLicence,
  Unavailability,
} from '../core/index.js';
import { CalendarFeed } from '../feeds/index.js';
import { Bulletin, BulletinChange, BulletinEmail } from '../notifications/index.js';
import { TimetablePattern } from '../patterns/index.js';
import { PlannedChange, TimetablePlan } from '../plans/index.js';

export const schedulingEntities = [
  Room,
  Instructor,
  QualificationRow,
  BookableHours,
  Unavailability,
  LicencePool,
  HolidayNoticeRow,
  CalendarDay,
  Session,
  SessionInstructor,
  SessionLicence,
  SessionHold,
  TimetablePattern,
  TimetablePlan,
  PlannedChange,
  Bulletin,
  BulletinChange,
  BulletinEmail,
  CalendarFeed,
];
