export * from './domain/index.js';
export { ScheduleByPattern, type PatternInput } from './actions/schedule-by-pattern.js';
export { TimetablePattern } from './data/timetable-pattern.entity.js';
export { patternMessages } from './messages/index.js';
export { patternControllers, patternProviders } from './patterns.providers.js';
