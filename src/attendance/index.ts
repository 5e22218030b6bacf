export { AttendanceModule } from './attendance.module.js';
export { Assessment } from './data/assessment.entity.js';
export { AttendanceMark } from './data/attendance-mark.entity.js';
export { attendanceEntities } from './data/entities.js';
export { Result } from './data/result.entity.js';
export { ASSESSMENT_KINDS, type AssessmentKind, type Mark, MARKS } from './domain/marks.js';
export { attendanceWords } from './words.js';
