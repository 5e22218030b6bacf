export type ReportingRefusalCode =
  'targetNotWhole' | 'targetOutOfRange' | 'targetYearOutOfRange' | 'targetTrackUnknown';
