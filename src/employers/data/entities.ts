import { Employer } from './employer.entity.js';
import { Placement } from './placement.entity.js';

export const employerEntities = [Employer, Placement];
