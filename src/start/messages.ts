import { accountMessages } from '../accounts/index.js';
import { attendanceMessages } from '../attendance/index.js';
import { certificationMessages } from '../certifications/index.js';
import { cohortMessages } from '../cohorts/index.js';
import { courseMessages } from '../courses/index.js';
import { employerMessages } from '../employers/index.js';
import { enrolmentMessages } from '../enrolment/index.js';
import { operationsMessages } from '../operations/index.js';
import { platformMessages, type Messages } from '../platform/index.js';
import { reportingMessages } from '../reporting/index.js';
import { schedulingMessages } from '../scheduling/index.js';
import { traineeMessages } from '../trainees/index.js';
import { navigationMessages } from './navigation.js';

/** The messages of all modules, in both languages. */
export const messages: readonly Messages[] = [
  platformMessages,
  navigationMessages,
  accountMessages,
  courseMessages,
  traineeMessages,
  employerMessages,
  cohortMessages,
  schedulingMessages,
  enrolmentMessages,
  attendanceMessages,
  certificationMessages,
  operationsMessages,
  reportingMessages,
];
