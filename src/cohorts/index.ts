export { CohortsModule } from './cohorts.module.js';
export { cohortWords } from './words.js';
export { cohortEntities } from './data/entities.js';
