import { newId, refuse, type Refusal, type Transaction } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { courseLeadsTo, knownAchievements, otherCourses } from '../data/courses-in-web.js';
import { Prerequisite } from '../data/prerequisite.entity.js';
import { Track } from '../data/track.entity.js';
import { circleThrough } from '../domain/prerequisite-circles.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { CourseDesign, NewAchievement } from './course-design.js';
import { storeVersion } from './achievement-version.js';
import type { AchievementDesign } from '../domain/achievement-design.js';

/**
 * What forbids a design, seen from the courses that exist.
 * `trackKept` is the track that an edited course is already in.
 */
export async function designBlockers(
  tx: Transaction,
  design: CourseDesign,
  trackKept: string | null = null,
): Promise<Refusal<CourseRefusalCode>[]> {
  const reasons: Refusal<CourseRefusalCode>[] = [];
  const track = await tx.of(Track).findOneBy({ id: design.trackId });
  if (!track) reasons.push(refuse('trackUnknown', {}, 'trackId'));
  else if (track.retiredAt !== null && track.id !== trackKept)
    reasons.push(refuse('trackIsRetired', { track: track.nameZh }, 'trackId'));
  const { leadsTo } = design;
  if (leadsTo.kind === 'known') reasons.push(...(await leadingBlockers(tx, leadsTo.id, design.code)));
  if (leadsTo.kind === 'new' && (await tx.of(Achievement).existsBy({ code: leadsTo.achievement.code }))) {
    reasons.push(refuse('achievementCodeTaken', { code: leadsTo.achievement.code }, 'achievementCode'));
  }
  return [...reasons, ...(await prerequisiteBlockers(tx, design))];
}

/** A retired achievement may stay where it stands, and is chosen by no other course. */
async function leadingBlockers(tx: Transaction, id: string, code: string): Promise<Refusal<CourseRefusalCode>[]> {
  const known = await tx.of(Achievement).findOneBy({ id });
  if (!known) return [refuse('achievementUnknown', {}, 'leadsTo')];
  if (known.retiredAt === null) return [];
  const kept = await courseLeadsTo(tx.query, code, id);
  return kept ? [] : [refuse('achievementIsRetired', { code: known.code }, 'leadsTo')];
}

async function prerequisiteBlockers(
  tx: Transaction,
  { code, leadsTo, prerequisiteIds }: CourseDesign,
): Promise<Refusal<CourseRefusalCode>[]> {
  if (prerequisiteIds.length === 0) return [];
  const known = await knownAchievements(tx.query, prerequisiteIds);
  if (known !== new Set(prerequisiteIds).size) return [refuse('prerequisiteUnknown', {}, 'prerequisiteIds')];
  if (leadsTo.kind !== 'known') return [];
  if (prerequisiteIds.includes(leadsTo.id))
    return [refuse('achievementAsksItself', { course: code }, 'prerequisiteIds')];
  const circle = circleThrough(
    { code, leadsTo: leadsTo.id, asksFor: prerequisiteIds },
    await otherCourses(tx.query, code),
  );
  return circle ? [refuse('prerequisiteCircle', { path: circle.join(' → ') }, 'prerequisiteIds')] : [];
}

/** The id of the achievement that the design leads to, made where it is new. */
export async function achievementOf(tx: Transaction, { leadsTo }: CourseDesign): Promise<string | null> {
  if (leadsTo.kind === 'none') return null;
  if (leadsTo.kind === 'known') return leadsTo.id;
  const id = newId();
  const { achievement } = leadsTo;
  await tx.of(Achievement).insert({ id, ...achievement, version: 1, retiredAt: null });
  await storeVersion(tx, { id, number: 1 }, designOf(achievement));
  await tx.audit('achievement.made', { type: 'achievement', id, label: leadsTo.achievement.code });
  return id;
}

function designOf({ nameZh, nameEn, criteriaZh, criteriaEn, validMonths }: NewAchievement): AchievementDesign {
  return {
    nameZh,
    nameEn,
    criteriaZh,
    criteriaEn,
    validMonths,
    skills: [],
    level: null,
    picture: null,
    validUntil: null,
  };
}

export async function storePrerequisites(
  tx: Transaction,
  courseId: string,
  achievementIds: readonly string[],
): Promise<void> {
  await tx.of(Prerequisite).delete({ courseId });
  const rows = [...new Set(achievementIds)].map((requiresAchievementId) => ({ courseId, requiresAchievementId }));
  if (rows.length > 0) await tx.of(Prerequisite).insert(rows);
}
