import fc from 'fast-check';
import { REMINDER_DAYS, reminderDue } from '../../../../src/certifications/lifecycle/domain/reminders.js';
import {
  type CountedFrom,
  type RenewalOffer,
  renewalBlockers,
  renewedUntil,
  type RenewalFacts,
  requestBlockers,
  usualTerms,
} from '../../../../src/certifications/lifecycle/domain/renewing.js';
import { daysAfter } from '../../../../src/platform/clock.js';

const terms = (change: Partial<{ offered: RenewalOffer; countedFrom: CountedFrom; months: number }> = {}) => ({
  ...usualTerms(24),
  ...change,
});
const asked = (change: Partial<RenewalFacts> = {}): RenewalFacts => ({
  number: 'N',
  state: 'valid',
  expiresOn: '2026-06-30',
  followedBy: null,
  terms: terms(),
  today: '2026-06-01',
  ...change,
});
const codes = (facts: RenewalFacts) => renewalBlockers(facts).map(({ code }) => code);

describe('a renewal', () => {
  it.each([
    [asked(), []],
    [asked({ today: '2026-04-01' }), []],
    [asked({ today: '2026-03-31' }), ['renewalTooEarly']],
    [asked({ today: '2026-12-27' }), []],
    [asked({ today: '2026-12-28' }), ['renewalTooLate']],
    [asked({ state: 'revoked' }), ['renewalOfInvalid']],
    [asked({ state: 'superseded' }), ['renewalOfInvalid']],
    [asked({ expiresOn: null }), ['renewalWithoutEnd']],
    [asked({ followedBy: 'M' }), ['renewedBefore']],
    [asked({ terms: terms({ offered: 'no' }) }), ['renewalNotOffered']],
    [asked({ terms: terms({ offered: 'byOffice' }) }), []],
  ] as const)('of %j is refused for %j', (facts, reasons) => expect(codes(facts)).toEqual(reasons));

  it('is asked for by the holder only where the academy is asked', () => {
    expect(requestBlockers(asked({ terms: terms({ offered: 'byOffice' }) })).map(({ code }) => code)).toEqual([
      'renewalByOfficeOnly',
    ]);
    expect(requestBlockers(asked())).toEqual([]);
  });

  it.each([
    ['expiry', '2026-06-01', '2028-06-30'],
    ['approval', '2026-06-01', '2028-06-01'],
    ['expiry', '2026-09-01', '2028-06-30'],
    ['approval', '2026-09-01', '2028-09-01'],
  ] as const)('counted from %s, approved on %s, holds until %s', (countedFrom, today, until) => {
    expect(renewedUntil({ expiresOn: '2026-06-30', today, terms: terms({ countedFrom }) })).toBe(until);
  });

  it('is never over on the day of its approval', () => {
    expect(renewedUntil({ expiresOn: '2026-06-30', today: '2026-09-01', terms: terms({ months: 1 }) })).toBe(
      '2026-10-01',
    );
  });
});

describe('reminders', () => {
  const until = { issuedOn: '2025-01-01', expiresOn: '2026-06-30', sent: [] as number[] };
  it.each([
    [61, null],
    [60, 60],
    [31, 60],
    [30, 30],
    [8, 30],
    [7, 7],
    [0, 7],
    [-1, null],
  ] as const)('%d days before the last day: the one of %s days', (left, due) => {
    expect(reminderDue(daysAfter('2026-06-30', -left), until)).toBe(due);
  });

  it('leave once each, whatever days the academy is asked on', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 90 }), { maxLength: 40 }), (days) => {
        const sent: number[] = [];
        for (const left of [...days].sort((a, b) => b - a)) {
          const due = reminderDue(daysAfter('2026-06-30', -left), { ...until, sent });
          if (due !== null) sent.push(due);
        }
        expect(new Set(sent).size).toBe(sent.length);
        expect(sent.every((one) => REMINDER_DAYS.some((known) => known === one))).toBe(true);
      }),
    );
  });

  it('are not sent for a day on which the certificate did not exist', () => {
    expect(reminderDue('2026-06-10', { ...until, issuedOn: '2026-06-10' })).toBeNull();
    expect(reminderDue('2026-06-23', { ...until, issuedOn: '2026-06-10' })).toBe(7);
  });
});
