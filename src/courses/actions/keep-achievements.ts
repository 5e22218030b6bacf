import { Injectable } from '@nestjs/common';
import sql from 'sql-template-tag';
import { may } from '../../accounts/index.js';
import {
  type Actor,
  newId,
  NotAllowed,
  NotFound,
  refuse,
  refused,
  type Refused,
  type Transaction,
  UnitOfWork,
} from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { AchievementVersion } from '../data/achievement-version.entity.js';
import { type AchievementDesign, saysTheSame } from '../domain/achievement-design.js';
import type { CourseRefusalCode } from '../domain/refusals.js';

type Outcome = { readonly id: string; readonly code: string; readonly version: number } | Refused<CourseRefusalCode>;

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

  /** @throws NotFound */
  change(actor: Actor, id: string, design: AchievementDesign): Promise<Outcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await tx.lock(Achievement, id);
      if (!achievement) throw new NotFound();
      const { code, version, retiredAt } = achievement;
      if (retiredAt !== null) return refused<CourseRefusalCode>(refuse('achievementIsRetired', { code }));
      if (!(await pictureIsKept(tx, design)))
        return refused<CourseRefusalCode>(refuse('achievementPictureUnknown', {}, 'picture'));
      if (saysTheSame(await designOf(tx, achievement), design))
        return refused<CourseRefusalCode>(refuse('achievementUnchanged', { version }));
      const next = version + 1;
      await tx.of(Achievement).update({ id }, { ...repeated(design), version: next });
      await storeVersion(tx, { id, number: next }, design);
      await tx.audit('achievement.changed', { type: 'achievement', id, label: code }, { version: next });
      return { id, code, version: next };
    });
  }

  /** No course in use may lead to a retired achievement; what was certified stays. @throws NotFound */
  retire(actor: Actor, id: string): Promise<Outcome> {
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

  /** @throws NotFound */
  bringBack(actor: Actor, id: string): Promise<Outcome> {
    if (!may(actor, 'course.manage')) throw new NotAllowed();
    return this.unitOfWork.run(actor, async (tx) => {
      const achievement = await tx.lock(Achievement, id);
      if (!achievement) throw new NotFound();
      await tx.of(Achievement).update({ id }, { retiredAt: null });
      await tx.audit('achievement.broughtBack', { type: 'achievement', id, label: achievement.code });
      return { id, code: achievement.code, version: achievement.version };
    });
  }
}

/** What the achievement's own row repeats of its current version. */
const repeated = ({ nameZh, nameEn, criteriaZh, criteriaEn, validMonths }: AchievementDesign) => ({
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

async function pictureIsKept(tx: Transaction, { picture }: AchievementDesign): Promise<boolean> {
  if (picture === null) return true;
  const [kept] = await tx.query(sql`SELECT sha256 AS "sha256" FROM picture WHERE sha256 = ${picture}`);
  return kept !== undefined;
}
