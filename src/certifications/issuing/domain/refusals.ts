import type { BindingRefusalCode } from '../../binding/domain/index.js';
import type { CoreRefusalCode } from '../../core/domain/index.js';
import type { DocumentRefusalCode } from '../../documents/domain/index.js';
import type { TemplateRefusalCode } from '../../templates/domain/index.js';

/** Why somebody cannot be certified, or not now. */
export type IssuingRefusalCode =
  | 'courseLeadsToNothing'
  | 'achievementHeldUntil'
  | 'enrolmentNotCompleted'
  | 'outcomeAltered'
  | 'certificateAlreadyIssued'
  | 'certificateRevokedBefore'
  | 'earlierCertificatesUnclear'
  | 'nameTooLongForPaper'
  | 'nobodyToCertify'
  | 'previewChangedMeanwhile'
  | 'certificateUnderWay'
  | 'nameChangedMeanwhile'
  | 'addressChangedMeanwhile'
  | 'documentsNotMade'
  | 'pictureAltered'
  | 'planAltered'
  | 'starterMayNot'
  | 'issuanceEnded'
  | 'numbersExhausted'
  | 'sequenceAltered'
  | DocumentRefusalCode
  | BindingRefusalCode
  | TemplateRefusalCode
  | CoreRefusalCode;
