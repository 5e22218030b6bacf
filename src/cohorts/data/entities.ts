import { Cohort } from './cohort.entity.js';

export const cohortEntities = [Cohort];
