import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, newId, NotAllowed, refuse, refused, UnitOfWork } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { type AchievementDesign } from '../domain/achievement-design.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import { type AchievementOutcome, pictureIsKept, repeated, storeVersion } from './achievement-version.js';

/** Each later change makes a new version; issued certificates keep the version of their day. */
@Injectable()
export class AddAchievement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  execute(actor: Actor, code: string, design: AchievementDesign): Promise<AchievementOutcome> {
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
