export { Employer } from './data/employer.entity.js';
export { employerEntities } from './data/entities.js';
export { Placement } from './data/placement.entity.js';
export { EMPLOYER_KINDS, type EmployerKind, type Park, PARKS } from './domain/kinds.js';
export { EmployersModule } from './employers.module.js';
export { employerWords } from './words.js';
