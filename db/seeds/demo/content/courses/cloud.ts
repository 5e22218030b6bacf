import type { DemoCourse } from '../course.js';
import { AZURE_COURSES } from './azure.js';
import { MICROSOFT_365_COURSES } from './microsoft-365.js';
import { SECURITY_COURSES } from './security.js';

export const CLOUD_COURSES: readonly DemoCourse[] = [...AZURE_COURSES, ...SECURITY_COURSES, ...MICROSOFT_365_COURSES];
