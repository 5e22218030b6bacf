import { accountWords } from '../accounts/index.js';
import { attendanceWords } from '../attendance/index.js';
import { certificationWords } from '../certifications/index.js';
import { cohortWords } from '../cohorts/index.js';
import { courseWords } from '../courses/index.js';
import { employerWords } from '../employers/index.js';
import { enrolmentWords } from '../enrolment/index.js';
import { operationsWords } from '../operations/index.js';
import { platformWords, type Words } from '../platform/index.js';
import { reportingWords } from '../reporting/index.js';
import { schedulingWords } from '../scheduling/index.js';
import { traineeWords } from '../trainees/index.js';
import { navigationWords } from './navigation.js';

/** Everything the product says, in both languages. */
export const words: readonly Words[] = [
  platformWords,
  navigationWords,
  accountWords,
  courseWords,
  traineeWords,
  employerWords,
  cohortWords,
  schedulingWords,
  enrolmentWords,
  attendanceWords,
  certificationWords,
  operationsWords,
  reportingWords,
];
