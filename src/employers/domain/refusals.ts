export type EmployerRefusalCode =
  | 'employerNameTaken'
  | 'creditCodeTaken'
  | 'creditCodeShape'
  | 'creditCodeCheck'
  | 'placementTraineeUnknown'
  | 'placementEmployerUnknown'
  | 'placementTrackUnknown'
  | 'placementTooFarAhead'
  | 'placementTwice'
  | 'placementEndsBeforeStart'
  | 'placementEndsAhead'
  | 'placementEnded';
