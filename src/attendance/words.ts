import { defineWords } from '../platform/index.js';

export const attendanceWords = defineWords({});
