import type { CoreRefusalCode } from '../../core/domain/index.js';
import type { DocumentRefusalCode } from '../../documents/domain/index.js';

/** Why certificates cannot be made by a template. */
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
