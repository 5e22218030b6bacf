import { newId, refuse, type Refusal, type Transaction } from '../../platform/index.js';
import { Achievement } from '../data/achievement.entity.js';
import { courseLeadsTo, countAchievements, otherCourses } from '../data/prerequisite-graph.js';
import { Prerequisite } from '../data/prerequisite.entity.js';
import { Track } from '../data/track.entity.js';
import { prerequisiteCycle } from '../domain/prerequisite-cycles.js';
import type { CourseRefusalCode } from '../domain/refusals.js';
import type { CourseDesign, NewAchievement } from './course-design.js';
import { storeVersion } from './achievement-version.js';
import type { AchievementDesign } from '../domain/achievement-design.js';

/**
 * Checks a design against the existing tracks, achievements and courses.
 * @param trackKept the track that an edited course is already in; it may be retired
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
  if (leadsTo.kind === 'existing') reasons.push(...(await leadingBlockers(tx, leadsTo.id, design.code)));
  if (leadsTo.kind === 'new' && (await tx.of(Achievement).existsBy({ code: leadsTo.achievement.code }))) {
    reasons.push(refuse('achievementCodeTaken', { code: leadsTo.achievement.code }, 'achievementCode'));
  }
  return [...reasons, ...(await prerequisiteBlockers(tx, design))];
}

/** A course may keep a retired achievement, but no other course may choose it. */
async function leadingBlockers(tx: Transaction, id: string, code: string): Promise<Refusal<CourseRefusalCode>[]> {
  const achievement = await tx.of(Achievement).findOneBy({ id });
  if (!achievement) return [refuse('achievementUnknown', {}, 'leadsTo')];
  if (achievement.retiredAt === null) return [];
  const kept = await courseLeadsTo(tx.query, code, id);
  return kept ? [] : [refuse('achievementIsRetired', { code: achievement.code }, 'leadsTo')];
}

async function prerequisiteBlockers(
  tx: Transaction,
  { code, leadsTo, prerequisiteIds }: CourseDesign,
): Promise<Refusal<CourseRefusalCode>[]> {
  if (prerequisiteIds.length === 0) return [];
  const existing = await countAchievements(tx.query, prerequisiteIds);
  if (existing !== new Set(prerequisiteIds).size) return [refuse('prerequisiteUnknown', {}, 'prerequisiteIds')];
  if (leadsTo.kind !== 'existing') return [];
  if (prerequisiteIds.includes(leadsTo.id))
    return [refuse('achievementAsksItself', { course: code }, 'prerequisiteIds')];
  const cycle = prerequisiteCycle(
    { code, leadsTo: leadsTo.id, requires: prerequisiteIds },
    await otherCourses(tx.query, code),
  );
  return cycle ? [refuse('prerequisiteCircle', { path: cycle.join(' → ') }, 'prerequisiteIds')] : [];
}

/** The id of the achievement that the design leads to; creates a new one first. */
export async function achievementOf(tx: Transaction, { leadsTo }: CourseDesign): Promise<string | null> {
  if (leadsTo.kind === 'none') return null;
  if (leadsTo.kind === 'existing') return leadsTo.id;
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
