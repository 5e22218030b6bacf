/** `employer`: hires trainees; `partner`: teaches and certifies with the academy. */
export const EMPLOYER_KINDS = ['employer', 'partner'] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** Whether the employer is located in the Qilu Software Park. */
export const PARKS = ['qilusoft', 'other'] as const;
export type Park = (typeof PARKS)[number];
