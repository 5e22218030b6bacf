export { traineeEntities } from './data/entities.js';
export { Trainee } from './data/trainee.entity.js';
export { type Education, EDUCATIONS } from './domain/education.js';
export { TraineesModule } from './trainees.module.js';
export { traineeWords } from './words.js';
