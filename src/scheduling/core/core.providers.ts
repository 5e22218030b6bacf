import { ChangeTimetable } from './actions/change-timetable.js';
import { Listeners } from './actions/listeners.js';
import { AcademyCalendarReader } from './data/academy-days.js';
import { TimetableReader } from './data/timetable-reader.js';
import { SlotFindings } from './web/findings.js';
import { SessionForms } from './web/session.form.js';

export const coreProviders = [
  ChangeTimetable,
  Listeners,
  AcademyCalendarReader,
  TimetableReader,
  SessionForms,
  SlotFindings,
];
