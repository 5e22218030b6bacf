import type { ChangeRefusalCode } from '../../core/domain/index.js';

/** Why a plan may not be changed or published. */
export type PlanRefusalCode = 'planNotOpen' | 'planIsEmpty';

/** Why a plan is not published. */
export type PublicationRefusalCode = PlanRefusalCode | ChangeRefusalCode;
