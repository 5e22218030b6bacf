import type { ChangeRefusalCode } from '../../core/domain/index.js';
import type { PatternRefusalCode } from './weekly-pattern-rules.js';

export type PatternPlanRefusalCode = PatternRefusalCode | ChangeRefusalCode;
