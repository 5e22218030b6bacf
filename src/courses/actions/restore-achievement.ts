import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, UnitOfWork, found } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import type { AchievementOutcome } from './achievement-version.js';

@Injectable()
export class RestoreAchievement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @throws NotFound */
  execute(actor: Actor, id: string): Promise<AchievementOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = found(await tx.lock(Achievement, id));
      await tx.of(Achievement).update({ id }, { retiredAt: null });
      await tx.audit('achievement.broughtBack', { type: 'achievement', id, label: achievement.code });
      return { id, code: achievement.code, version: achievement.version };
    });
  }
}
