export const MARKS = ['present', 'late', 'excused', 'absent'] as const;
export type Mark = (typeof MARKS)[number];

export function isMark(text: unknown): text is Mark {
  return MARKS.some((mark) => mark === text);
}

export const ASSESSMENT_KINDS = ['exam', 'practical', 'project'] as const;
export type AssessmentKind = (typeof ASSESSMENT_KINDS)[number];
