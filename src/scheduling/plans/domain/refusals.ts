import type { ChangeRefusalCode } from '../../core/domain/index.js';

export type PlanRefusalCode = 'planNotOpen' | 'planIsEmpty';

export type PublicationRefusalCode = PlanRefusalCode | ChangeRefusalCode;
