/** Why a document cannot be printed or a key file cannot be used. */
export type DocumentRefusalCode =
  | 'nameNotPrintable'
  | 'templateNotPrintable'
  | 'pkcs12Iterations'
  | 'pkcs12TooCostly'
  | 'pkcs12Missing'
  | 'pkcs12Unreadable'
  | 'pkcs12NoKey'
  | 'pkcs12KeyUnfit'
  | 'pkcs12NoMatch'
  | 'pkcs12ForAuthorities'
  | 'pkcs12Expired'
  | 'pkcs12Known'
  | 'pkcs12Compromised';
