import { Achievement } from './achievement.entity.js';
import { AchievementVersion } from './achievement-version.entity.js';
import { CourseVersion } from './course-version.entity.js';
import { Course } from './course.entity.js';
import { Prerequisite } from './prerequisite.entity.js';
import { Track } from './track.entity.js';

export const courseEntities = [Track, Achievement, AchievementVersion, Course, CourseVersion, Prerequisite];
