import type { CoreRefusalCode } from '../../core/domain/index.js';
import type { DocumentRefusalCode } from '../../documents/domain/index.js';

/** Why a template cannot be used. */
export type TemplateRefusalCode =
  | 'templateNameTaken'
  | 'templateIsUsual'
  | 'templateIsRetired'
  | 'templateUnknown'
  | 'templatePictureUnknown'
  | 'wordingPieceUnknown'
  | 'signatoryIncomplete'
  | CoreRefusalCode
  | DocumentRefusalCode;
