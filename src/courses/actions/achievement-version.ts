import { newId, pictureIsStored, type Refused, type Transaction } from '../../platform/index.js';
import { AchievementVersion } from '../data/achievement-version.entity.js';
import { type AchievementDesign } from '../domain/achievement-design.js';
import type { CourseRefusalCode } from '../domain/refusals.js';

export type AchievementOutcome =
  { readonly id: string; readonly code: string; readonly version: number } | Refused<CourseRefusalCode>;

/** Columns of the achievement that repeat its current version. */
export const repeated = ({ nameZh, nameEn, criteriaZh, criteriaEn, validMonths }: AchievementDesign) => ({
  nameZh,
  nameEn,
  criteriaZh,
  criteriaEn,
  validMonths,
});

export async function storeVersion(
  tx: Transaction,
  { id, number }: { readonly id: string; readonly number: number },
  { picture, skills, ...design }: AchievementDesign,
): Promise<void> {
  await tx.of(AchievementVersion).insert({
    id: newId(),
    achievementId: id,
    number,
    ...design,
    skills: [...skills],
    pictureSha256: picture,
    createdAt: tx.now,
    createdByName: tx.actor.name,
  });
}

export async function pictureIsKept(tx: Transaction, { picture }: AchievementDesign): Promise<boolean> {
  return picture === null || pictureIsStored(tx.query, picture);
}
