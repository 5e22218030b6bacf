/** How demanding an achievement is, least first; certificates print it. */
export const ACHIEVEMENT_LEVELS = ['foundation', 'associate', 'professional', 'expert'] as const;
export type AchievementLevel = (typeof ACHIEVEMENT_LEVELS)[number];

export const MOST_SKILLS = 12;

export interface Skill {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** How long its certificates are valid: always, some months from issue, or all until one day (`YYYY-MM-DD`). */
export const VALIDITIES = ['none', 'months', 'until'] as const;
export type Validity = (typeof VALIDITIES)[number];

/** The versioned contents of an achievement. */
export interface AchievementDesign {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  readonly skills: readonly Skill[];
  readonly level: AchievementLevel | null;
  /** SHA-256 of a stored picture. */
  readonly picture: string | null;
  readonly validMonths: number | null;
  readonly validUntil: string | null;
}

export function isSameDesign(one: AchievementDesign, other: AchievementDesign): boolean {
  const comparable = (design: AchievementDesign) =>
    JSON.stringify([
      design.nameZh,
      design.nameEn,
      design.criteriaZh,
      design.criteriaEn,
      design.skills.map(({ nameZh, nameEn }) => [nameZh, nameEn]),
      design.level,
      design.picture,
      design.validMonths,
      design.validUntil,
    ]);
  return comparable(one) === comparable(other);
}

/** Pairs the lines of the two boxes; `null` if their numbers of lines differ. */
export function skillsFrom(zh: string, en: string): Skill[] | null {
  const [names, english] = [linesOf(zh), linesOf(en)];
  return names.length === english.length ? names.map((nameZh, at) => ({ nameZh, nameEn: english[at] ?? '' })) : null;
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
