export type AccountRefusalCode =
  | 'wrongCredentials'
  | 'tooManySignIns'
  | 'emailTaken'
  | 'linkUsedOrExpired'
  | 'wrongSetupCode'
  | 'lastAdministrator'
  | 'notALogo'
  | 'logoTooLarge';
