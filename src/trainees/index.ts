export { TraineesModule } from './trainees.module.js';
export { traineeWords } from './words.js';
export { traineeEntities } from './data/entities.js';
