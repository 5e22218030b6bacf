import {
  type Candidate,
  issuingBlockers,
  occasionBlockers,
} from '../../../../src/certifications/issuing/domain/issuing.js';
import {
  CERTIFICATE_STATES,
  mayBecome,
  STATE_MOVES,
  verdictOn,
} from '../../../../src/certifications/core/domain/status.js';
import { fillWording, wordingFaults } from '../../../../src/certifications/templates/domain/wording.js';

const completed: Candidate = {
  name: '王芳',
  latinName: null,
  enrolmentState: 'completed',
  isOutcomeAltered: false,
  earlier: [],
  underWay: null,
  unprintable: [],
};
const reasons = (candidate: Partial<Candidate>) =>
  issuingBlockers({ ...completed, ...candidate }).map((one) => one.code);

describe('who gets a certificate', () => {
  it('a trainee who completed and holds none', () => {
    expect(reasons({})).toEqual([]);
  });

  it.each(['notCompleted', 'confirmed', 'withdrawn'])('not one whose enrolment is %s', (enrolmentState) => {
    expect(reasons({ enrolmentState })).toEqual(['enrolmentNotCompleted']);
  });

  it.each(['completed', 'confirmed', 'withdrawn'])('not one whose outcome was altered to %s', (enrolmentState) => {
    const codes = reasons({ enrolmentState, isOutcomeAltered: true });
    expect(codes).toEqual(['outcomeAltered']);
  });

  it('not one who holds it already, nor one whose certificate was revoked', () => {
    expect(reasons({ earlier: [{ number: 'A1', state: 'valid', on: '2026-03-12' }] })).toEqual([
      'certificateAlreadyIssued',
    ]);
    expect(reasons({ earlier: [{ number: 'A1', state: 'revoked', on: '2026-03-12' }] })).toEqual([
      'certificateRevokedBefore',
    ]);
    expect(
      reasons({
        earlier: [
          { number: 'A2', state: 'valid', on: '2026-04-01' },
          { number: 'A1', state: 'superseded', on: '2026-03-12' },
        ],
      }),
    ).toEqual(['certificateAlreadyIssued']);
  });

  it('not one whose name the paper cannot draw, and says which characters', () => {
    const [refusal] = issuingBlockers({ ...completed, name: '𠮷野', unprintable: ['𠮷'] });
    expect(refusal).toMatchObject({ code: 'nameNotPrintable', data: { characters: '𠮷' } });
  });

  it('nobody, where the course leads to nothing', () => {
    expect(
      occasionBlockers({ achievementId: null, validUntil: null, today: '2026-03-02' }).map((one) => one.code),
    ).toEqual(['courseLeadsToNothing']);
  });
});

describe('the verdict about a certificate', () => {
  it('holds through its last day and has expired on the next', () => {
    const until = { state: 'valid', expiresOn: '2028-02-29' } as const;
    expect([verdictOn('2028-02-28', until), verdictOn('2028-02-29', until), verdictOn('2028-03-01', until)]).toEqual([
      'valid',
      'valid',
      'expired',
    ]);
    expect(verdictOn('2999-01-01', { state: 'valid', expiresOn: null })).toBe('valid');
  });

  it('says revoked and superseded whatever the day', () => {
    expect(verdictOn('2030-01-01', { state: 'revoked', expiresOn: '2028-01-01' })).toBe('revoked');
    expect(verdictOn('2030-01-01', { state: 'superseded', expiresOn: '2028-01-01' })).toBe('superseded');
  });

  it('moves only forward: nothing makes a revoked certificate valid again', () => {
    expect(CERTIFICATE_STATES.filter((state) => mayBecome(state, 'valid'))).toEqual([]);
    expect(Object.values(STATE_MOVES).flat().sort()).toEqual(['revoked', 'superseded']);
  });
});

describe('the sentences of a certificate', () => {
  const facts = {
    achievement: {
      code: 'AZ-104',
      nameZh: 'Azure 管理员',
      nameEn: 'Azure Administrator',
      criteriaZh: '',
      criteriaEn: '',
    },
    course: { code: 'AZ-104T00', titleZh: 'Azure 管理', titleEn: 'Azure administration', hours: 32 },
    cohort: { code: 'AZ-104-2026-03', startsOn: '2026-03-09', endsOn: '2026-03-12' },
    issuer: { nameZh: '学院', nameEn: 'Academy' },
  };
  const days = { zh: (day: string) => `日${day}`, en: (day: string) => `on ${day}` };

  it('name course, hours and days in each language', () => {
    const wording = {
      leadZh: '兹证明',
      leadEn: 'This certifies that',
      bodyZh: '于{from}至{to}学完“{course}”({hours} 学时)',
      bodyEn: 'completed {course} ({code}), {hours} hours',
    };
    expect(fillWording(wording, facts, days)).toEqual({
      leadZh: '兹证明',
      leadEn: 'This certifies that',
      bodyZh: '于日2026-03-09至日2026-03-12学完“Azure 管理”(32 学时)',
      bodyEn: 'completed Azure administration (AZ-104T00), 32 hours',
    });
  });

  it('refuse a piece that no certificate knows, beside its field', () => {
    const faults = wordingFaults({ leadZh: '', leadEn: '', bodyZh: '{课程}', bodyEn: '{course} {grade}' });
    expect(faults.map(({ field, data }) => [field, data['pieces']])).toEqual([
      ['bodyZh', '{课程}'],
      ['bodyEn', '{grade}'],
    ]);
  });
});
