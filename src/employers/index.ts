export { EmployersModule } from './employers.module.js';
export { employerWords } from './words.js';
export { employerEntities } from './data/entities.js';
