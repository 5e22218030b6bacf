import { Target } from './target.entity.js';

export const reportingEntities = [Target];
