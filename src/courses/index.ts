export { CoursesModule } from './courses.module.js';
export { courseWords } from './words.js';
export { courseEntities } from './data/entities.js';
