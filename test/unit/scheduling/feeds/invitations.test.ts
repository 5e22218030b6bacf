import ICAL from 'ical.js';
import { instantOf } from '../../../../src/platform/clock.js';
import { type InvitedEvent, invitationParts } from '../../../../src/scheduling/feeds/domain/invitation.js';

const third: InvitedEvent = {
  uid: '0198-3@academy.example',
  sequence: 2,
  startsAt: instantOf('2026-03-16', '09:00'),
  endsAt: instantOf('2026-03-16', '12:00'),
  changedAt: instantOf('2026-03-01', '10:00'),
  summary: '云计算基础 · 第 3 次课（AZ-104-2026-03）',
  status: 'confirmed',
  location: '实训室 2, 齐鲁软件园',
  description: '讲师：王海涛',
  url: 'https://academy.example/cohorts/AZ-104',
};
const second: InvitedEvent = {
  ...third,
  uid: '0198-2@academy.example',
  startsAt: instantOf('2026-03-09', '09:00'),
  endsAt: instantOf('2026-03-09', '12:00'),
};
const sender = {
  organizer: { name: '济南信息技术学院', email: 'academy@academy.example' },
  attendee: { name: '陈晨', email: 'chen.chen@example.com' },
  now: instantOf('2026-03-02', '08:00'),
  prodId: '-//济南信息技术学院//Timetable//ZH',
};
const parts = (...events: InvitedEvent[]) => invitationParts(events, sender);
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
const eventIn = (text: string) => {
  const events = read(text).getAllSubcomponents('vevent');
  expect(events).toHaveLength(1);
  return events[0]!;
};
const fact = (text: string, name: string) => {
  const value = eventIn(text).getFirstPropertyValue(name);
  return value === null ? null : String(value);
};

describe('an invitation for one person’s calendar', () => {
  it('is a REQUEST for a session, with all required properties', () => {
    const [part, ...others] = parts(third);
    expect(others).toEqual([]);
    expect(part!.method).toBe('REQUEST');
    expect(read(part!.text).getFirstPropertyValue('method')).toBe('REQUEST');
    expect(
      Object.fromEntries(
        ['uid', 'sequence', 'dtstamp', 'dtstart', 'dtend', 'organizer', 'attendee', 'summary', 'status', 'transp'].map(
          (name) => [name, fact(part!.text, name)],
        ),
      ),
    ).toEqual({
      uid: third.uid,
      sequence: '2',
      dtstamp: '2026-03-02T00:00:00Z',
      dtstart: '2026-03-16T01:00:00Z',
      dtend: '2026-03-16T04:00:00Z',
      organizer: 'mailto:academy@academy.example',
      attendee: 'mailto:chen.chen@example.com',
      summary: third.summary,
      status: 'CONFIRMED',
      transp: 'OPAQUE',
    });
    const attendee = eventIn(part!.text).getFirstProperty('attendee')!;
    expect([
      attendee.getFirstParameter('partstat'),
      attendee.getFirstParameter('rsvp'),
      attendee.getFirstParameter('cn'),
    ]).toEqual(['NEEDS-ACTION', 'TRUE', '陈晨']);
  });

  it('marks a tentative session as TENTATIVE', () => {
    const [part] = parts({ ...third, status: 'tentative' });
    expect([part!.method, fact(part!.text, 'status')]).toEqual(['REQUEST', 'TENTATIVE']);
  });

  it('takes a cancelled session back under its own UID and sequence, and asks no answer', () => {
    const [part] = parts({ ...third, status: 'cancelled', sequence: 3 });
    expect([part!.method, fact(part!.text, 'status'), fact(part!.text, 'sequence'), fact(part!.text, 'uid')]).toEqual([
      'CANCEL',
      'CANCELLED',
      '3',
      third.uid,
    ]);
    expect(read(part!.text).getFirstPropertyValue('method')).toBe('CANCEL');
    expect([fact(part!.text, 'organizer'), fact(part!.text, 'attendee')]).toEqual([
      'mailto:academy@academy.example',
      'mailto:chen.chen@example.com',
    ]);
    expect(part!.text).not.toMatch(/RSVP|PARTSTAT/);
  });

  it('takes a session out of the calendar of who leaves it without calling the session off', () => {
    const [part] = parts({ ...third, leaves: true });
    expect([part!.method, fact(part!.text, 'status'), fact(part!.text, 'attendee')]).toEqual([
      'CANCEL',
      null,
      'mailto:chen.chen@example.com',
    ]);
  });

  it('is a part of its own for each session, by start', () => {
    const made = parts(third, { ...second, status: 'cancelled' });
    expect(made.map(({ method, text }) => [method, fact(text, 'uid')])).toEqual([
      ['CANCEL', second.uid],
      ['REQUEST', third.uid],
    ]);
  });

  it('contains only the latest state of a session', () => {
    const moved = { ...third, sequence: 3, status: 'cancelled' } as const;
    for (const told of [parts(third, moved), parts(moved, third)])
      expect(told.map(({ method, text }) => [method, fact(text, 'sequence')])).toEqual([['CANCEL', '3']]);
    expect(parts({ ...third, sequence: 0 })).toHaveLength(1);
    expect(parts()).toEqual([]);
  });

  it('holds nothing that belongs to a feed alone', () => {
    for (const { text } of parts(third, { ...second, status: 'cancelled' })) {
      expect(text).not.toMatch(/^X-|^REFRESH-INTERVAL/m);
      expect(text.split('\r\n').slice(0, 5)).toEqual([
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//济南信息技术学院//Timetable//ZH',
        'CALSCALE:GREGORIAN',
        text.includes('CANCELLED') ? 'METHOD:CANCEL' : 'METHOD:REQUEST',
      ]);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }
  });
});
