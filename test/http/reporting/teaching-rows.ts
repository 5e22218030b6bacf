import { Course, CourseVersion, Track } from '../../../src/courses/index.js';
import { Cohort } from '../../../src/cohorts/index.js';
import { instantOf, newId } from '../../../src/platform/index.js';
import { Instructor, Room, Session, SessionInstructor } from '../../../src/scheduling/index.js';
import { RowWriter } from './row-writer.js';
import { insertAchievement } from '../../builders/achievements.js';

/** Courses, cohorts and sessions. */
export class TeachingRows extends RowWriter {
  track(code: string, nameZh: string, nameEn = code): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Track).insert({
        id,
        code,
        nameZh,
        nameEn,
        summaryZh: `${nameZh}的课`,
        summaryEn: nameEn,
        position: this.next(),
        retiredAt: null,
      });
      return id;
    });
  }

  course(
    code: string,
    trackId: string,
    titleZh = code,
  ): Promise<{ id: string; versionId: string; achievementId: string }> {
    return this.put(async (tx) => {
      const [id, versionId, achievementId] = [newId(), newId(), newId()];
      const titleEn = `${code} in English`;
      await insertAchievement(tx, {
        id: achievementId,
        code: `A-${code}`,
        nameZh: `${titleZh}认证`,
        nameEn: `${titleEn} certificate`,
        criteriaZh: '',
        criteriaEn: '',
        validMonths: null,
      });
      await tx.of(Course).insert({
        id,
        code,
        trackId,
        titleZh,
        titleEn,
        summaryZh: '',
        summaryEn: '',
        level: 'beginner',
        hours: 24,
        days: 4,
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
        hours: 24,
        outcomesZh: '',
        outcomesEn: '',
        syllabusZh: '',
        syllabusEn: '',
        frozenAt: null,
        createdAt: tx.now,
      });
      await tx.of(Course).update({ id }, { currentVersionId: versionId });
      return { id, versionId, achievementId };
    });
  }

  cohort(code: string, course: { id: string; versionId: string }, facts: Partial<Cohort> = {}): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      const startsOn = facts.startsOn ?? '2026-03-09';
      const cohort = {
        id,
        code,
        courseId: course.id,
        courseVersionId: course.versionId,
        state: 'confirmed',
        delivery: 'onsite',
        startsOn,
        endsOn: facts.endsOn ?? startsOn,
        capacity: 10,
        leastEnrolment: 0,
        windowOpensAt: instantOf('2020-01-01', '09:00'),
        windowClosesAt: instantOf(startsOn, '00:00'),
        feeTextZh: null,
        feeTextEn: null,
        sponsorEmployerId: null,
        coordinatorAccountId: null,
        publishedAt: tx.now,
        confirmedAt: null,
        completedAt: null,
        cancelledAt: null,
        cancelReason: null,
        decisionOn: null,
        cancelledFrom: null,
        createdAt: tx.now,
        ...facts,
      } as const;
      await tx.of(Cohort).insert(cohort);
      await tx
        .of('Seat')
        .insert(Array.from({ length: cohort.capacity }, (_, index) => ({ cohortId: id, number: index + 1 })));
      return id;
    });
  }

  room(code: string, nameZh: string): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Room).insert({
        id,
        code,
        nameZh,
        nameEn: `Room ${code}`,
        kind: 'room',
        seats: 30,
        placeZh: '一号楼',
        placeEn: 'Building 1',
        closedAt: null,
      });
      return id;
    });
  }

  instructor(name: string): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Instructor).insert({
        id,
        accountId: null,
        name,
        latinName: null,
        email: null,
        phone: null,
        bioZh: null,
        bioEn: null,
        retiredAt: null,
      });
      return id;
    });
  }

  session(
    cohortId: string,
    [number, day, from, to]: [number: number, day: string, from: string, to: string],
    { instructorId, ...facts }: Partial<Session> & { instructorId?: string } = {},
  ): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Session).insert({
        id,
        cohortId,
        number,
        startsAt: instantOf(day, from),
        endsAt: instantOf(day, to),
        roomId: null,
        state: 'planned',
        sequence: 0,
        updatedAt: tx.now,
        ...facts,
      });
      if (instructorId)
        await tx.of(SessionInstructor).insert({ sessionId: id, instructorId, role: 'lead', answer: 'open' });
      return id;
    });
  }
}
