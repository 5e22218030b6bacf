import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may } from '../../accounts/index.js';
import { type Actor, NotAllowed, NotFound, refuse, refused, UnitOfWork } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import { type Outcome } from './keep-achievements.js';

@Injectable()
export class RetireAchievement {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** No course in use may lead to a retired achievement; what was certified stays. @throws NotFound */
  execute(actor: Actor, id: string): Promise<Outcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await tx.lock(Achievement, id);
      if (!achievement) throw new NotFound();
      const courses = await tx.query<{ code: string }>(
        sql`SELECT code AS "code" FROM course WHERE achievement_id = ${id} AND retired_at IS NULL ORDER BY code`,
      );
      const codes = courses.map(({ code }) => code).join(', ');
      if (courses.length > 0)
        return refused<CourseRefusalCode>(refuse('achievementKeepsCourses', { count: courses.length, codes }));
      await tx.of(Achievement).update({ id }, { retiredAt: achievement.retiredAt ?? tx.now });
      await tx.audit('achievement.retired', { type: 'achievement', id, label: achievement.code });
      return { id, code: achievement.code, version: achievement.version };
    });
  }
}
