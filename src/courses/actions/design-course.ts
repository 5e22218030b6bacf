import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import { type Actor, newId, NotAllowed, refuse, refused, type Refused, UnitOfWork } from '../../platform/index.js';
import { CourseVersion } from '../data/course-version.entity.js';
import { Course } from '../data/course.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { CourseDesign } from './course-design.js';
import { achievementOf, designBlockers, storePrerequisites } from './course-links.js';

export interface DesignedCourse {
  readonly id: string;
  readonly code: string;
  readonly versionId: string;
}

@Injectable()
export class DesignCourse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Creates a course with its first version.
   * Refuses a taken code, an unknown track or achievement, and a circle of prerequisites.
   */
  execute(actor: Actor, design: CourseDesign): Promise<DesignedCourse | Refused<CourseRefusalCode>> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const reasons = await designBlockers(tx, design);
      if (await tx.of(Course).existsBy({ code: design.code }))
        reasons.unshift(refuse('courseCodeTaken', { code: design.code }, 'code'));
      if (reasons.length > 0) return refused(...reasons);
      const {
        code,
        trackId,
        titleZh,
        titleEn,
        summaryZh,
        summaryEn,
        level,
        hours,
        days,
        outcomesZh,
        outcomesEn,
        syllabusZh,
        syllabusEn,
      } = design;
      const id = newId();
      const versionId = newId();
      const achievementId = await achievementOf(tx, design);
      await tx.of(Course).insert({
        id,
        code,
        trackId,
        titleZh,
        titleEn,
        summaryZh,
        summaryEn,
        level,
        hours,
        days,
        currentVersionId: null,
        achievementId,
        retiredAt: null,
        createdAt: tx.now,
      });
      await tx.of(CourseVersion).insert({
        id: versionId,
        courseId: id,
        number: 1,
        titleZh,
        titleEn,
        hours,
        outcomesZh,
        outcomesEn,
        syllabusZh,
        syllabusEn,
        frozenAt: null,
        createdAt: tx.now,
      });
      await tx.of(Course).update({ id }, { currentVersionId: versionId });
      await storePrerequisites(tx, id, design.prerequisiteIds);
      await tx.audit('course.designed', { type: 'course', id, label: code }, { titleZh });
      return { id, code, versionId };
    });
  }
}
