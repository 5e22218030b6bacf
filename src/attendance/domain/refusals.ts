/** Why the register, an assessment or a result may not be written. */
export type RecordRefusalCode =
  | 'registerNotYetOpen'
  | 'registerOfCancelledSession'
  | 'registerClosed'
  | 'registerNobodyExpected'
  | 'assessmentPassAboveFull'
  | 'assessmentHasResults'
  | 'assessmentTooMany'
  | 'resultsClosed'
  | 'scoreNotWhole'
  | 'scoreAboveFull';

/** Why a cohort may not be completed yet. */
export type CompletionRefusalCode =
  | 'completionNotConfirmed'
  | 'completionSessionsAhead'
  | 'completionRegistersMissing'
  | 'completionResultsMissing'
  | 'completionNobody';

export type AttendanceRefusalCode = RecordRefusalCode | CompletionRefusalCode;
