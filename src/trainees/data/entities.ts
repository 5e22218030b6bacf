import { Trainee } from './trainee.entity.js';

export const traineeEntities = [Trainee];
