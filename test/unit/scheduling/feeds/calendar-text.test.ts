import fc from 'fast-check';
import ICAL from 'ical.js';
import { instantOf } from '../../../../src/platform/clock.js';
import { type CalendarEvent, calendarText } from '../../../../src/scheduling/feeds/domain/calendar-text.js';

const first: CalendarEvent = {
  uid: '0198-1@academy.example',
  sequence: 2,
  startsAt: instantOf('2026-03-09', '09:00'),
  endsAt: instantOf('2026-03-09', '12:00'),
  changedAt: instantOf('2026-03-01', '10:00'),
  summary: 'AZ-104 第 3 次课',
  status: 'confirmed',
  location: '实训室 2, 齐鲁软件园',
  description: '一行\n两行; 三',
  url: 'https://academy.example/cohorts/AZ-104',
};
const text = (events: readonly CalendarEvent[], more = {}) =>
  calendarText({
    name: '课表',
    prodId: '-//Academy//Timetable//EN',
    now: instantOf('2026-03-02', '08:00'),
    events,
    ...more,
  });
const read = (calendar: string) =>
  new ICAL.Component(ICAL.parse(calendar) as ConstructorParameters<typeof ICAL.Component>[0]);
const eventsIn = (calendar: string) => read(calendar).getAllSubcomponents('vevent');

describe('a calendar’s text', () => {
  it('is read back by a third-party parser with every fact', () => {
    const [event] = eventsIn(text([first]));
    expect(event!.getFirstPropertyValue('uid')).toBe(first.uid);
    expect(event!.getFirstPropertyValue('summary')).toBe(first.summary);
    expect(event!.getFirstPropertyValue('location')).toBe(first.location);
    expect(event!.getFirstPropertyValue('description')).toBe(first.description);
    expect(event!.getFirstPropertyValue('sequence')).toBe(2);
    expect(event!.getFirstPropertyValue('status')).toBe('CONFIRMED');
    expect(String(event!.getFirstPropertyValue('dtstart'))).toBe('2026-03-09T01:00:00Z');
    expect(String(event!.getFirstPropertyValue('dtend'))).toBe('2026-03-09T04:00:00Z');
    expect(String(event!.getFirstPropertyValue('last-modified'))).toBe('2026-03-01T02:00:00Z');
  });

  it('keeps a cancelled session as cancelled, and takes no time for it', () => {
    const [event] = eventsIn(text([{ ...first, status: 'cancelled', sequence: 3 }]));
    expect(event!.getFirstPropertyValue('status')).toBe('CANCELLED');
    expect(event!.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
  });

  it('names organizer and attendees of an invitation, whatever their names hold', () => {
    const calendar = text(
      [
        {
          ...first,
          organizer: { name: '教务 "处"', email: 'office@academy.example' },
          attendees: [{ name: '王芳; 二班', email: 'wang@example.com' }],
        },
      ],
      { method: 'REQUEST' },
    );
    const [event] = eventsIn(calendar);
    expect(read(calendar).getFirstPropertyValue('method')).toBe('REQUEST');
    expect(event!.getFirstProperty('organizer')!.getFirstParameter('cn')).toBe('教务 处');
    expect(event!.getFirstPropertyValue('attendee')).toBe('mailto:wang@example.com');
  });

  it('is byte-identical as long as nothing changes', () => {
    expect(text([first], { now: 0 })).toBe(text([first], { now: instantOf('2030-01-01', '00:00') }));
    expect(text([first], { method: 'REQUEST', now: 0 })).not.toBe(text([first], { method: 'REQUEST', now: 5000 }));
  });

  it('is a calendar even when it is empty', () => {
    expect(eventsIn(text([]))).toEqual([]);
    expect(read(text([])).getAllSubcomponents('vtimezone')).toHaveLength(1);
  });

  it('keeps people’s words from becoming lines of the calendar', () => {
    const calendar = text([
      { ...first, summary: 'x\r\nSTATUS:CANCELLED\r\nEND:VEVENT', url: 'https://a.example/?q=\r\nX:1' },
    ]);
    expect(eventsIn(calendar)).toHaveLength(1);
    expect(calendar.match(/^STATUS:/gm)).toEqual(['STATUS:']);
    expect(calendar).not.toMatch(/^X:1/m);
  });

  const words = fc.string({
    unit: fc.oneof(
      fc.constantFrom('课', '𠮷', '👩‍🎓', ';', ',', '\\', '\n', ' ', 'a'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    ),
    maxLength: 120,
  });

  it('folds every line at 75 octets, inside no character, with CRLF alone', () => {
    fc.assert(
      fc.property(words, (said) => {
        const calendar = text([{ ...first, summary: said, description: said }]);
        expect(calendar.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
        expect(calendar.endsWith('END:VCALENDAR\r\n')).toBe(true);
        for (const line of calendar.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
          expect(Buffer.from(line).toString()).toBe(line);
        }
      }),
    );
  });

  it('loses no word that a calendar can hold', () => {
    fc.assert(
      fc.property(words, (said) => {
        const kept = said.replace(/\r\n?/g, '\n').replace(/(?!\n)[\p{Cc}\p{Surrogate}]/gu, '');
        expect(eventsIn(text([{ ...first, summary: said }]))[0]!.getFirstPropertyValue('summary')).toBe(kept);
      }),
    );
  });
});
