import { Achievement, Course, CourseVersion, Track } from '../../../src/courses/index.js';
import { Certificate } from '../../../src/certifications/index.js';
import { Cohort } from '../../../src/cohorts/index.js';
import { Employer, Placement } from '../../../src/employers/index.js';
import { Enrolment, type EnrolmentState, SEATED } from '../../../src/enrolment/index.js';
import { instantOf, newId, newToken, type Transaction } from '../../../src/platform/index.js';
import { Instructor, Room, Session, SessionInstructor } from '../../../src/scheduling/index.js';
import { Trainee } from '../../../src/trainees/index.js';
import type { TestAcademy } from '../../support/app.js';

/** What a report reads, put there row by row: its rules belong to others, its sums are what is told here. */
export class Rows {
  private serial = 0;
  private hasTemplate = false;

  constructor(private readonly academy: TestAcademy) {}

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
      await tx.of(Achievement).insert({
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

  trainee(name: string, accountId: string | null = null): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Trainee).insert({
        id,
        accountId,
        name,
        latinName: null,
        email: null,
        phone: null,
        workplace: null,
        education: null,
        bornOn: null,
        consentAt: null,
        createdAt: tx.now,
        updatedAt: tx.now,
        note: null,
      });
      return id;
    });
  }

  enrolment(cohortId: string, traineeId: string, become: EnrolmentState | { offeredUntil: number }): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      const [state, offerExpiresAt] =
        typeof become === 'string' ? ([become, null] as const) : (['offered', become.offeredUntil] as const);
      const ticket = (await tx.of(Enrolment).countBy({ cohortId })) + 1;
      const seatNumber = SEATED.includes(state)
        ? (await tx
            .of(Enrolment)
            .createQueryBuilder('e')
            .where('e.cohort_id = :cohortId AND e.seat_number IS NOT NULL', { cohortId })
            .getCount()) + 1
        : null;
      await tx.of(Enrolment).insert({
        id,
        cohortId,
        traineeId,
        state,
        seatNumber,
        ticket,
        offerExpiresAt,
        source: 'self',
        madeAt: tx.now,
        confirmedAt: null,
        endedAt: null,
      });
      return id;
    });
  }

  certificate(facts: {
    enrolmentId: string | null;
    traineeId: string;
    achievementId: string;
    issuedOn: string;
    state?: 'valid' | 'revoked' | 'superseded';
  }): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      const number = `JN-2026-${String(this.next()).padStart(5, '0')}`;
      if (!this.hasTemplate) {
        await tx.of('CertificateTemplate').insert({
          id: newId(),
          version: 99,
          nameZh: '结业证书',
          nameEn: 'Certificate',
          wording: {},
          signatories: [],
          seal: {},
          numberPattern: '{serial}',
          numberPrefix: 'JN',
          createdAt: tx.now,
          createdByName: '周敏',
          active: 'no',
        });
        this.hasTemplate = true;
      }
      const { state = 'valid', ...known } = facts;
      const revoked =
        state === 'revoked' ? { revokedAt: tx.now, reason: '信息有误' } : { revokedAt: null, reason: null };
      await tx.of(Certificate).insert({
        id,
        number,
        numberKey: number.replaceAll('-', ''),
        token: newToken(),
        templateVersion: 99,
        recipientName: '某人',
        recipientLatinName: null,
        facts: {} as never,
        state,
        ...known,
        expiresOn: null,
        issuedAt: tx.now,
        supersedesId: null,
        ...revoked,
      });
      return number;
    });
  }

  employer(name: string): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Employer).insert({
        id,
        name,
        nameEn: null,
        creditCode: null,
        kind: 'employer',
        park: null,
        contactName: null,
        contactEmail: null,
        contactPhone: null,
        note: null,
        createdAt: tx.now,
      });
      return id;
    });
  }

  placement(
    traineeId: string,
    employerId: string,
    { startedOn, trackId = null }: { startedOn: string; trackId?: string | null },
  ): Promise<string> {
    return this.put(async (tx) => {
      const id = newId();
      await tx.of(Placement).insert({
        id,
        traineeId,
        employerId,
        positionTitle: '运维工程师',
        startedOn,
        recordedAt: tx.now,
        endedOn: null,
        trackId,
      });
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

  private put<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return this.academy.write(async (tx) => {
      tx.withoutAudit('rows of a story');
      return work(tx);
    });
  }

  private next(): number {
    return (this.serial += 1);
  }
}
