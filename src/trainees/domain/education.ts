/** A trainee's highest education. */
export const EDUCATIONS = ['secondary', 'college', 'bachelor', 'master', 'doctor'] as const;
export type Education = (typeof EDUCATIONS)[number];
