export { CoursesModule } from './courses.module.js';
export { Achievement } from './data/achievement.entity.js';
export { CourseVersion } from './data/course-version.entity.js';
export { Course } from './data/course.entity.js';
export { courseEntities } from './data/entities.js';
export { Prerequisite } from './data/prerequisite.entity.js';
export { Track } from './data/track.entity.js';
export { type Level, LEVELS } from './domain/levels.js';
export { courseWords } from './words.js';
