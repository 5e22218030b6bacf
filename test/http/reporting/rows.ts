import { Certificate } from '../../../src/certifications/index.js';
import { Employer, Placement } from '../../../src/employers/index.js';
import { Enrolment, type EnrolmentState, SEATED } from '../../../src/enrolment/index.js';
import { newId, newToken } from '../../../src/platform/index.js';
import { Trainee } from '../../../src/trainees/index.js';
import { TeachingRows } from './teaching-rows.js';

/** The rows that a report reads: these tests are about its sums, not about the rules of other modules. */
export class Rows extends TeachingRows {
  private hasTemplate = false;

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
}
