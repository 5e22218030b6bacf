import type { CoreRefusalCode } from '../../core/domain/index.js';
import type { ListRefusalCode } from './list-refusals.js';

/** Why a verification by number and name, file or list is refused. */
export type VerificationRefusalCode =
  | 'fileNeeded'
  | 'certificateNotMatched'
  | 'certificateUnchecked'
  | 'tooManyVerifications'
  | 'tooManyNames'
  | 'tooManyNumbers'
  | 'tooManyMisses'
  | ListRefusalCode
  | CoreRefusalCode;
