import type { IssuingRefusalCode } from '../../issuing/domain/index.js';

/** Of what happens after a certificate is issued. */
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
  | 'batchAltered'
  | 'certificateReplaced'
  | 'nameUnchanged'
  | IssuingRefusalCode;
