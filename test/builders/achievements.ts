import { Achievement, AchievementVersion } from '../../src/courses/index.js';
import { newId, type Transaction } from '../../src/platform/index.js';

interface BuiltAchievement {
  readonly id: string;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly criteriaZh: string;
  readonly criteriaEn: string;
  readonly validMonths: number | null;
}

/** Stores an achievement with its first version. */
export async function insertAchievement(tx: Transaction, { id, code, ...design }: BuiltAchievement): Promise<void> {
  await tx.of(Achievement).insert({ id, code, ...design });
  await tx.of(AchievementVersion).insert({
    id: newId(),
    achievementId: id,
    number: 1,
    ...design,
    skills: [],
    level: null,
    pictureSha256: null,
    validUntil: null,
    createdAt: tx.now,
    createdByName: tx.actor.name,
  });
}
