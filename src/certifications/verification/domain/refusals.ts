import type { CoreRefusalCode } from '../../core/domain/index.js';
import type { ListRefusalCode } from './list-refusals.js';

/** Why nothing is verified: by number and name, by file or by list. */
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
