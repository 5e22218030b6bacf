export { meetingsOn, type WeeklyPattern } from './weekly-pattern.js';
