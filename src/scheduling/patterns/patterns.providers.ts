import { PLANNED_PATTERN } from '../plans/index.js';
import { KeepPlannedPattern } from './actions/keep-planned-pattern.js';
import { ScheduleByPattern } from './actions/schedule-by-pattern.js';
import { PatternPlanner } from './data/pattern-planner.js';
import { PatternController } from './web/pattern.controller.js';
import { PatternsController } from './web/patterns.controller.js';

export const patternControllers = [PatternController, PatternsController];

export const patternProviders = [
  ScheduleByPattern,
  PatternPlanner,
  KeepPlannedPattern,
  { provide: PLANNED_PATTERN, useExisting: KeepPlannedPattern },
];
