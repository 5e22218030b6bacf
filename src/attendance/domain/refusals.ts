/** Why a mark, an assessment or a result cannot be written. */
export type RecordRefusalCode =
  | 'registerNotYetOpen'
  | 'registerOfCancelledSession'
  | 'registerClosed'
  | 'registerNobodyExpected'
  | 'registerChangedMeanwhile'
  | 'assessmentPassAboveFull'
  | 'assessmentHasResults'
  | 'assessmentTooMany'
  | 'resultsClosed'
  | 'resultsChangedMeanwhile'
  | 'scoreChangedMeanwhile'
  | 'scoreNotWhole'
  | 'scoreAboveFull';

/** Why a cohort cannot be completed yet. */
export type CompletionRefusalCode =
  | 'completionNotConfirmed'
  | 'completionSessionsAhead'
  | 'completionRegistersMissing'
  | 'completionResultsMissing'
  | 'completionNobody'
  | 'completionChangedMeanwhile';

export type AttendanceRefusalCode = RecordRefusalCode | CompletionRefusalCode;
