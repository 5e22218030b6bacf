/** What a version promises to its cohorts. */
export interface Syllabus {
  readonly titleZh: string;
  readonly titleEn: string;
  readonly hours: number;
  readonly outcomesZh: string;
  readonly outcomesEn: string;
  readonly syllabusZh: string;
  readonly syllabusEn: string;
}

const PROMISES = ['titleZh', 'titleEn', 'hours', 'outcomesZh', 'outcomesEn', 'syllabusZh', 'syllabusEn'] as const;

/**
 * What an edit does to a course's versions:
 * nothing, a change of the current one, or the next one where cohorts hold it to its word.
 */
export type VersionStep = 'keep' | 'amend' | 'next';

export function versionStep(current: Syllabus & { readonly frozenAt: number | null }, wanted: Syllabus): VersionStep {
  if (PROMISES.every((name) => current[name] === wanted[name])) return 'keep';
  return current.frozenAt === null ? 'amend' : 'next';
}

/** One outcome a line, without blank lines, bullets and numbers that people paste along. */
export function tidyLines(text: string): string {
  return text
    .split('\n')
    .map((line) => line.replace(/^\s*(?:[-*•·●◦]|\d{1,2}[.、)）])\s*/, '').trim())
    .filter((line) => line !== '')
    .join('\n');
}
