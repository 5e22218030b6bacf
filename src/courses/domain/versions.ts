/** Contents that a published cohort is bound to. */
export interface Syllabus {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly hours: number;
  readonly outcomesZh: string;
  readonly outcomesEn: string;
  readonly syllabusZh: string;
  readonly syllabusEn: string;
}

const VERSIONED_FIELDS = [
  'titleZh',
  'titleEn',
  'hours',
  'outcomesZh',
  'outcomesEn',
  'syllabusZh',
  'syllabusEn',
] as const;

/**
 * What an edit does to a course's versions: keep the current one, amend it, or make the next one because published
 * cohorts use the current one.
 */
export type VersionStep = 'keep' | 'amend' | 'next';

export function versionStep(current: Syllabus & { readonly frozenAt: number | null }, edited: Syllabus): VersionStep {
  if (VERSIONED_FIELDS.every((name) => current[name] === edited[name])) return 'keep';
  return current.frozenAt === null ? 'amend' : 'next';
}

/** One outcome per line; drops blank lines and pasted bullets and numbers. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•·●◦]|\d{1,2}[.、)）])\s*/, '').trim())
    .filter((line) => line !== '')
    .join('\n');
}
