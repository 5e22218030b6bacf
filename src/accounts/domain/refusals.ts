export type AccountRefusalCode =
  | 'wrongCredentials'
  | 'tooManySignIns'
  | 'wrongPassword'
  | 'emailTaken'
  | 'linkUsedOrExpired'
  | 'wrongSetupCode'
  | 'academyStands'
  | 'lastAdministrator'
  | 'notALogo'
  | 'logoTooLarge'
  | 'logoTooManyPoints'
  | 'logoTooSmall'
  | 'logoBroken';
