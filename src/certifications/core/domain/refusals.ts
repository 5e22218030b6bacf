/** What is wrong with a number or with the pattern of numbers. */
export type CoreRefusalCode =
  | 'patternPieceUnknown'
  | 'patternCharacterStrange'
  | 'patternSequenceNeeded'
  | 'patternOneCheck'
  | 'patternTooLong'
  | 'numberWrongLength'
  | 'numberWrongCharacter'
  | 'numberWrongCheck'
  | 'numberWrongCheckAt';
