import type { ChangeRefusalCode } from '../../core/domain/index.js';
import type { PatternRefusalCode } from './weekly-pattern-rules.js';

/** Why sessions are not laid out by a pattern. */
export type PatternPlanRefusalCode = PatternRefusalCode | ChangeRefusalCode;
