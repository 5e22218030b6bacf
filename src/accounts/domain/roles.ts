/** What a person is in the academy. One person may be several. */
export const ROLES = ['administrator', 'coordinator', 'instructor', 'trainee', 'employer'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
