import { type Achievement, DesignCourse, type LeadsTo, OpenTrack } from '../../../../src/courses/index.js';
import sql from 'sql-template-tag';
import { ACHIEVEMENTS, CRITERIA } from '../content/achievements.js';
import type { PlacedCourse } from '../content/course.js';
import { COURSES } from '../content/courses.js';
import { syllabusOf } from '../content/syllabus.js';
import { TRACKS } from '../content/tracks.js';
import { done, required, type DemoContext } from './stage.js';

/** Tracks, then courses, each after those that its prerequisites need; an achievement is created with its course. */
export async function openCourses(stage: DemoContext): Promise<void> {
  for (const [at, track] of TRACKS.entries()) {
    const { id } = done(
      await stage.get(OpenTrack).execute(stage.coordinator, { ...track, position: at + 1 }),
      `track ${track.code}`,
    );
    stage.tracks.set(track.code, id);
  }
  let waiting: readonly PlacedCourse[] = COURSES;
  while (waiting.length > 0) {
    const ready = waiting.filter(({ requires }) => requires.every((code) => stage.achievements.has(code)));
    if (ready.length === 0) throw new Error('The prerequisites of the demo go in a circle');
    for (const course of ready) await openCourse(stage, course);
    waiting = waiting.filter((course) => !ready.includes(course));
  }
}

async function openCourse(stage: DemoContext, course: PlacedCourse): Promise<void> {
  const { code, titleZh, titleEn, summaryZh, summaryEn, level, days, hours, outcomesZh, outcomesEn } = course;
  const { id } = done(
    await stage.get(DesignCourse).execute(stage.coordinator, {
      code,
      titleZh,
      titleEn,
      summaryZh,
      summaryEn,
      level,
      days,
      hours,
      ...syllabusOf(course),
      trackId: required(stage.tracks.get(course.track), course.track),
      outcomesZh: outcomesZh.join('\n'),
      outcomesEn: outcomesEn.join('\n'),
      prerequisiteIds: course.requires.map((one) => required(stage.achievements.get(one), one)),
      leadsTo: leadsTo(stage, course),
    }),
    `course ${code}`,
  );
  stage.courses.set(code, id);
  if (course.leadsTo === null || stage.achievements.has(course.leadsTo)) return;
  const [made] = await stage.rows<Pick<Achievement, 'id'>>(
    sql`SELECT id AS "id" FROM achievement WHERE code = ${course.leadsTo}`,
  );
  stage.achievements.set(course.leadsTo, required(made, course.leadsTo).id);
}

function leadsTo(stage: DemoContext, course: PlacedCourse): LeadsTo {
  if (course.leadsTo === null) return { kind: 'none' };
  const id = stage.achievements.get(course.leadsTo);
  if (id !== undefined) return { kind: 'existing', id };
  const { code, nameZh, nameEn, validMonths } = required(
    ACHIEVEMENTS.find((one) => one.code === course.leadsTo),
    course.leadsTo,
  );
  return {
    kind: 'new',
    achievement: { code, nameZh, nameEn, validMonths, criteriaZh: CRITERIA.zh, criteriaEn: CRITERIA.en },
  };
}
