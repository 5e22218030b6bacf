import type { IssuingRefusalCode } from '../../issuing/domain/index.js';

/** Why an act on an issued certificate is refused. */
export type LifecycleRefusalCode =
  | 'renewalOfInvalid'
  | 'renewalWithoutEnd'
  | 'renewedBefore'
  | 'renewalNotOffered'
  | 'renewalByOfficeOnly'
  | 'renewalTooEarly'
  | 'renewalTooLate'
  | 'renewalAskedBefore'
  | 'renewalRequestDecided'
  | 'nothingChosen'
  | 'tooManyChosen'
  | 'certificateNotValid'
  | 'changedMeanwhile'
  | 'changedSinceShown'
  | 'chosenChangedSinceShown'
  | 'batchAltered'
  | 'certificateReplaced'
  | 'nameUnchanged'
  | IssuingRefusalCode;
