import { Injectable } from '@nestjs/common';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
  found,
} from '../../platform/index.js';
import { CourseVersion } from '../data/course-version.entity.js';
import { Course } from '../data/course.entity.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import { type VersionStep, versionStep } from '../domain/versions.js';
import type { CourseDesign } from './course-design.js';
import { achievementOf, designBlockers, storePrerequisites } from './course-links.js';

export interface ChangedCourse {
  readonly code: string;
  readonly step: VersionStep;
  /** Number of the current version after the change. */
  readonly version: number;
}

@Injectable()
export class ChangeCourse {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** Published cohorts keep the version they were published with: changing its contents makes the next version. */
  execute(actor: Actor, courseId: string, design: CourseDesign): Promise<ChangedCourse | Refused<CourseRefusalCode>> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const course = found(await tx.lock(Course, courseId));
      const reasons = await designBlockers(tx, { ...design, code: course.code }, course.trackId);
      if (design.code !== course.code && (await tx.of(Course).existsBy({ code: design.code })))
        reasons.unshift(refuse('courseCodeTaken', { code: design.code }, 'code'));
      if (reasons.length > 0) return refused(...reasons);
      const { step, version } = await this.revise(tx, course, design);
      const { code, trackId, titleZh, titleEn, summaryZh, summaryEn, level, hours, days } = design;
      const achievementId = await achievementOf(tx, design);
      await tx.of(Course).update(
        { id: course.id },
        {
          code,
          trackId,
          titleZh,
          titleEn,
          summaryZh,
          summaryEn,
          level,
          hours,
          days,
          achievementId,
          currentVersionId: version.id,
        },
      );
      await storePrerequisites(tx, course.id, design.prerequisiteIds);
      await tx.audit(
        'course.changed',
        { type: 'course', id: course.id, label: code },
        { step, version: version.number },
      );
      return { code, step, version: version.number };
    });
  }

  private async revise(
    tx: Transaction,
    course: Course,
    design: CourseDesign,
  ): Promise<{ step: VersionStep; version: { id: string; number: number } }> {
    const current = await tx.of(CourseVersion).findOneByOrFail({ id: course.currentVersionId! });
    const step = versionStep(current, design);
    const { titleZh, titleEn, hours, outcomesZh, outcomesEn, syllabusZh, syllabusEn } = design;
    const syllabus = { titleZh, titleEn, hours, outcomesZh, outcomesEn, syllabusZh, syllabusEn };
    if (step === 'keep') return { step, version: current };
    if (step === 'amend') {
      await tx.of(CourseVersion).update({ id: current.id }, syllabus);
      return { step, version: current };
    }
    const next = { id: newId(), number: current.number + 1 };
    await tx.of(CourseVersion).insert({ ...next, courseId: course.id, ...syllabus, frozenAt: null, createdAt: tx.now });
    return { step, version: next };
  }
}
