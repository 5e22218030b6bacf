import { Employer } from './employer.entity.js';
import { EmployerContact } from './employer-contact.entity.js';
import { EmployerKey } from './employer-key.entity.js';
import { Placement } from './placement.entity.js';

export const employerEntities = [Employer, Placement, EmployerContact, EmployerKey];
