/** Why a certificate was revoked: strangers and machines read the class, people read the words beside it. */
export const REVOCATION_CLASSES = [
  'issuedInError',
  'requirementsNotMet',
  'misconduct',
  'dataWrong',
  'holderAsked',
  'keyCompromised',
  'other',
] as const;
export type RevocationClass = (typeof REVOCATION_CLASSES)[number];

/** Why one was replaced. */
export const REPLACEMENT_CLASSES = [
  'nameCorrected',
  'nameChanged',
  'dataWrong',
  'keyCompromised',
  'revokedByMistake',
  'other',
] as const;
export type ReplacementClass = (typeof REPLACEMENT_CLASSES)[number];

export type ReasonClass = RevocationClass | ReplacementClass;
export const REASON_CLASSES: readonly ReasonClass[] = [...new Set([...REVOCATION_CLASSES, ...REPLACEMENT_CLASSES])];
