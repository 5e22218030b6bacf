import { instantOf } from '../../../src/platform/clock.js';
import { attention, type AttentionFacts } from '../../../src/reporting/domain/attention.js';

const CALM: AttentionFacts = {
  today: '2026-03-02',
  coming: [],
  unstaffed: [],
  toDecide: [],
  staffedUntil: '2026-03-17',
  closedDays: [],
  soon: [],
  overdue: [],
  failedMails: 0,
};
const session = (day: string, facts: Partial<AttentionFacts['unstaffed'][number]> = {}) => ({
  number: 1,
  cohortCode: 'AZ-104-2026-03',
  delivery: 'onsite',
  startsAt: instantOf(day, '09:00'),
  hasRoom: 1,
  hasInstructor: 1,
  ...facts,
});
const codes = (facts: Partial<AttentionFacts>) => attention({ ...CALM, ...facts }).map(({ code }) => code);

describe('what is wrong today', () => {
  it('is nothing on a calm day', () => {
    expect(attention({ ...CALM, coming: [session('2026-03-03')] })).toEqual([]);
  });

  it('is told once for a cohort, with how many sessions and the first of them', () => {
    const [wrong, ...more] = attention({
      ...CALM,
      unstaffed: [session('2026-03-04', { hasInstructor: 0 }), session('2026-03-03', { hasInstructor: 0 })],
    });
    expect(wrong).toMatchObject({ code: 'noInstructor', data: { count: 2, date: '2026-03-03', time: '09:00' } });
    expect(more).toEqual([]);
  });

  it('asks no room of an online session, and nothing yet of one that is far away', () => {
    expect(codes({ unstaffed: [session('2026-03-03', { hasRoom: 0, delivery: 'online' })] })).toEqual([]);
    expect(codes({ unstaffed: [session('2026-03-16', { hasRoom: 0 })] })).toEqual(['noRoom']);
    expect(codes({ unstaffed: [session('2026-03-17', { hasRoom: 0 })] })).toEqual([]);
  });

  it('names the holiday that a session falls on, however far away', () => {
    expect(
      attention({ ...CALM, coming: [session('2026-04-05')], closedDays: [{ date: '2026-04-05', name: '清明节' }] }),
    ).toMatchObject([{ code: 'onClosedDay', data: { name: '清明节', number: 1 } }]);
  });

  it('asks for the decisions that are due, by their day', () => {
    const toDecide = [{ code: 'X', decisionOn: '2026-03-04', leastEnrolment: 8, confirmed: 7 }];
    expect(attention({ ...CALM, toDecide })).toMatchObject([
      { code: 'decide', cohort: 'X', by: '2026-03-04', data: { count: 7, least: 8 } },
    ]);
  });

  it('tells of too few people in confirmed cohorts and of drafts before they start, not of cohorts that only open', () => {
    const cohort = { code: 'X', state: 'confirmed', startsOn: '2026-03-09', leastEnrolment: 8, confirmed: 7 };
    expect(codes({ soon: [cohort] })).toEqual(['belowLeast']);
    expect(codes({ soon: [{ ...cohort, confirmed: 8 }] })).toEqual([]);
    expect(codes({ soon: [{ ...cohort, state: 'tentative' }] })).toEqual([]);
    expect(codes({ soon: [{ ...cohort, state: 'draft' }] })).toEqual(['notPublished']);
  });

  it('begins with mail that could not be sent, then goes by the day', () => {
    expect(
      codes({
        failedMails: 2,
        unstaffed: [session('2026-03-03', { hasRoom: 0 })],
        overdue: [{ code: 'X', endsOn: '2026-02-27' }],
      }),
    ).toEqual(['failedMails', 'overdue', 'noRoom']);
  });
});
