/** What an employer's key opens: to check certificates, and to read what was checked. */
export const SCOPES = ['verifications:make', 'verifications:read'] as const;
export type Scope = (typeof SCOPES)[number];
