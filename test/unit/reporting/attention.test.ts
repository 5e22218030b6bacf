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

describe('problems of today', () => {
  it('are none on a calm day', () => {
    expect(attention({ ...CALM, coming: [session('2026-03-03')] })).toEqual([]);
  });

  it('are listed once per cohort, with the number of sessions and the first of them', () => {
    const [wrong, ...more] = attention({
      ...CALM,
      unstaffed: [session('2026-03-04', { hasInstructor: 0 }), session('2026-03-03', { hasInstructor: 0 })],
    });
    expect(wrong).toMatchObject({ code: 'noInstructor', data: { count: 2, date: '2026-03-03', time: '09:00' } });
    expect(more).toEqual([]);
  });

  it('require no room for an online session, and nothing yet for a distant one', () => {
    expect(codes({ unstaffed: [session('2026-03-03', { hasRoom: 0, delivery: 'online' })] })).toEqual([]);
    expect(codes({ unstaffed: [session('2026-03-16', { hasRoom: 0 })] })).toEqual(['noRoom']);
    expect(codes({ unstaffed: [session('2026-03-17', { hasRoom: 0 })] })).toEqual([]);
  });

  it('name the holiday that a session falls on, however distant', () => {
    expect(
      attention({ ...CALM, coming: [session('2026-04-05')], closedDays: [{ date: '2026-04-05', name: '清明节' }] }),
    ).toMatchObject([{ code: 'onClosedDay', data: { name: '清明节', number: 1 } }]);
  });

  it('include due decisions, by day', () => {
    const toDecide = [{ code: 'X', decisionOn: '2026-03-04', leastEnrolment: 8, confirmed: 7 }];
    expect(attention({ ...CALM, toDecide })).toMatchObject([
      { code: 'decide', cohort: 'X', by: '2026-03-04', data: { count: 7, least: 8 } },
    ]);
  });

  it('include small confirmed cohorts and drafts before their start, not cohorts that only open', () => {
    const cohort = { code: 'X', state: 'confirmed', startsOn: '2026-03-09', leastEnrolment: 8, confirmed: 7 };
    expect(codes({ soon: [cohort] })).toEqual(['belowLeast']);
    expect(codes({ soon: [{ ...cohort, confirmed: 8 }] })).toEqual([]);
    expect(codes({ soon: [{ ...cohort, state: 'tentative' }] })).toEqual([]);
    expect(codes({ soon: [{ ...cohort, state: 'draft' }] })).toEqual(['notPublished']);
  });

  it('begin with undeliverable email, then are sorted by day', () => {
    expect(
      codes({
        failedMails: 2,
        unstaffed: [session('2026-03-03', { hasRoom: 0 })],
        overdue: [{ code: 'X', endsOn: '2026-02-27' }],
      }),
    ).toEqual(['failedMails', 'overdue', 'noRoom']);
  });
});
