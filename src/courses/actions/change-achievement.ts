import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, type Transaction, UnitOfWork, found } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { AchievementVersion } from '../data/achievement-version.entity.js';
import { type AchievementDesign, isSameDesign } from '../domain/achievement-design.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import { repeated, type AchievementOutcome, storeVersion, pictureIsKept } from './achievement-version.js';

@Injectable()
export class ChangeAchievement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound */
  execute(actor: Actor, id: string, design: AchievementDesign): Promise<AchievementOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = found(await tx.lock(Achievement, id));
      const { code, version, retiredAt } = achievement;
      if (retiredAt !== null) return refused<CourseRefusalCode>(refuse('achievementIsRetired', { code }));
      if (!(await pictureIsKept(tx, design)))
        return refused<CourseRefusalCode>(refuse('achievementPictureUnknown', {}, 'picture'));
      if (isSameDesign(await designOf(tx, achievement), design))
        return refused<CourseRefusalCode>(refuse('achievementUnchanged', { version }));
      const next = version + 1;
      await tx.of(Achievement).update({ id }, { ...repeated(design), version: next });
      await storeVersion(tx, { id, number: next }, design);
      await tx.audit('achievement.changed', { type: 'achievement', id, label: code }, { version: next });
      return { id, code, version: next };
    });
  }
}

async function designOf(tx: Transaction, { id, version, ...own }: Achievement): Promise<AchievementDesign> {
  const stored = await tx.of(AchievementVersion).findOneBy({ achievementId: id, number: version });
  return {
    ...repeated({ ...own, skills: [], level: null, picture: null, validUntil: null }),
    skills: stored?.skills ?? [],
    level: stored?.level ?? null,
    picture: stored?.pictureSha256 ?? null,
    validUntil: stored?.validUntil ?? null,
  };
}
