export { ReportingModule } from './reporting.module.js';
export { reportingWords } from './words.js';
export { reportingEntities } from './data/entities.js';
