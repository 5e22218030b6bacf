import { Achievement } from './achievement.entity.js';
import { CourseVersion } from './course-version.entity.js';
import { Course } from './course.entity.js';
import { Prerequisite } from './prerequisite.entity.js';
import { Track } from './track.entity.js';

export const courseEntities = [Track, Achievement, Course, CourseVersion, Prerequisite];
