/** What an employer's key allows: verifying certificates, and reading earlier verifications. */
export const SCOPES = ['verifications:make', 'verifications:read'] as const;
export type Scope = (typeof SCOPES)[number];
