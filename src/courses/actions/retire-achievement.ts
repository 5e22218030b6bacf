import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, refuse, refused, UnitOfWork, found } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { codesLeadingTo } from '../data/prerequisite-graph.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { AchievementOutcome } from './achievement-version.js';

@Injectable()
export class RetireAchievement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Refused while courses in use lead to it; issued certificates stay valid. @throws NotFound */
  execute(actor: Actor, id: string): Promise<AchievementOutcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = found(await tx.lock(Achievement, id));
      const codes = await codesLeadingTo(tx.query, id);
      if (codes.length > 0)
        return refused<CourseRefusalCode>(
          refuse('achievementKeepsCourses', { count: codes.length, codes: codes.join(', ') }),
        );
      await tx.of(Achievement).update({ id }, { retiredAt: achievement.retiredAt ?? tx.now });
      await tx.audit('achievement.retired', { type: 'achievement', id, label: achievement.code });
      return { id, code: achievement.code, version: achievement.version };
    });
  }
}
