export { EnrolmentModule } from './enrolment.module.js';
export { enrolmentWords } from './words.js';
export { enrolmentEntities } from './data/entities.js';
