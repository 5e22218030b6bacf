export { SchedulingModule } from './scheduling.module.js';
export { schedulingWords } from './words.js';
export { schedulingEntities } from './data/entities.js';
