import { Assessment } from './assessment.entity.js';
import { AttendanceMark } from './attendance-mark.entity.js';
import { Result } from './result.entity.js';

export const attendanceEntities = [AttendanceMark, Assessment, Result];
