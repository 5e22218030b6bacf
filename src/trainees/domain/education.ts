/** The highest schooling that a trainee tells of. */
export const EDUCATIONS = ['secondary', 'college', 'bachelor', 'master', 'doctor'] as const;
export type Education = (typeof EDUCATIONS)[number];
