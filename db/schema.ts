import { accountEntities } from '../src/accounts/index.js';
import { attendanceEntities } from '../src/attendance/index.js';
import { certificationEntities } from '../src/certifications/index.js';
import { cohortEntities } from '../src/cohorts/index.js';
import { courseEntities } from '../src/courses/index.js';
import { employerEntities } from '../src/employers/index.js';
import { enrolmentEntities } from '../src/enrolment/index.js';
import { operationsEntities } from '../src/operations/index.js';
import { platformEntities, type Schema } from '../src/platform/index.js';
import { reportingEntities } from '../src/reporting/index.js';
import { schedulingEntities } from '../src/scheduling/index.js';
import { traineeEntities } from '../src/trainees/index.js';
import { migrations } from './migrations/index.js';

/** All entities and migrations of the product: the one place that combines the modules' data. */
export const schema: Schema = {
  entities: [
    ...platformEntities,
    ...accountEntities,
    ...courseEntities,
    ...traineeEntities,
    ...employerEntities,
    ...cohortEntities,
    ...schedulingEntities,
    ...enrolmentEntities,
    ...attendanceEntities,
    ...certificationEntities,
    ...reportingEntities,
    ...operationsEntities,
  ],
  migrations,
};
