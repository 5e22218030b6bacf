/** A person may have several roles. */
export const ROLES = ['administrator', 'coordinator', 'instructor', 'trainee', 'employer'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}

const HOMES: readonly (readonly [Role, string])[] = [
  ['administrator', '/office'],
  ['coordinator', '/office'],
  ['instructor', '/teaching'],
  ['trainee', '/my/training'],
  ['employer', '/employer'],
];

/** Where somebody starts after signing in. */
export function homeOf(roles: readonly string[]): string {
  return HOMES.find(([role]) => roles.includes(role))?.[1] ?? '/';
}
