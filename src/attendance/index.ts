export { AttendanceModule } from './attendance.module.js';
export { attendanceWords } from './words.js';
export { attendanceEntities } from './data/entities.js';
