import type { AchievementLevel } from './facts.js';

interface LevelName {
  readonly zh: string;
  readonly en: string;
  /** As vocational numbers write it: the lower, the more demanding. */
  readonly digit: string;
}

const NONE: LevelName = { zh: '', en: '', digit: '0' };

/** Levels as certificates print and number them. */
export const LEVEL_NAMES: Readonly<Record<AchievementLevel, LevelName>> = {
  foundation: { zh: '初级', en: 'Foundation', digit: '5' },
  associate: { zh: '中级', en: 'Associate', digit: '4' },
  professional: { zh: '高级', en: 'Professional', digit: '3' },
  expert: { zh: '专家级', en: 'Expert', digit: '2' },
};

export function levelNames(level: AchievementLevel | null | undefined): LevelName {
  return level ? LEVEL_NAMES[level] : NONE;
}
