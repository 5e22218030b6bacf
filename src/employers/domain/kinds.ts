/** A company that takes trainees on, or one that teaches and certifies with the academy. */
export const EMPLOYER_KINDS = ['employer', 'partner'] as const;
export type EmployerKind = (typeof EMPLOYER_KINDS)[number];

/** Whether the company sits in the Qilu Software Park or elsewhere. */
export const PARKS = ['qilusoft', 'other'] as const;
export type Park = (typeof PARKS)[number];
