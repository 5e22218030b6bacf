import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  pictureIsStored,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { AchievementVersion } from '../data/achievement-version.entity.js';
import { type AchievementDesign } from '../domain/achievement-design.js';
import type { CourseRefusalCode } from '../domain/refusals.js';

export type Outcome =
  { readonly id: string; readonly code: string; readonly version: number } | Refused<CourseRefusalCode>;

/** What may be earned: made, followed by its next version, retired. What was certified keeps the version of its day. */
@Injectable()
export class KeepAchievements {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  make(actor: Actor, code: string, design: AchievementDesign): Promise<Outcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      if (await tx.of(Achievement).existsBy({ code }))
        return refused<CourseRefusalCode>(refuse('achievementCodeTaken', { code }, 'code'));
      if (!(await pictureIsKept(tx, design)))
        return refused<CourseRefusalCode>(refuse('achievementPictureUnknown', {}, 'picture'));
      const id = newId();
      await tx.of(Achievement).insert({ id, code, ...repeated(design), version: 1, retiredAt: null });
      await storeVersion(tx, { id, number: 1 }, design);
      await tx.audit('achievement.made', { type: 'achievement', id, label: code });
      return { id, code, version: 1 };
    });
  }
}

/** What the achievement's own row repeats of its current version. */
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
