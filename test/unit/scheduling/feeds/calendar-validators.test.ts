import { instantOf } from '../../../../src/platform/clock.js';
import { calendarText } from '../../../../src/scheduling/feeds/domain/calendar-text.js';
import { type InvitedEvent, invitationParts } from '../../../../src/scheduling/feeds/domain/invitation.js';
import { byteFaults } from '../../../support/calendar-bytes.js';
import { forEachValidator, type ValidatorName } from '../../../support/calendar-validators.js';

const event: InvitedEvent = {
  uid: '01890000-0000-7000-8000-000000000003@academy.example',
  sequence: 2,
  startsAt: instantOf('2026-03-16', '09:00'),
  endsAt: instantOf('2026-03-16', '12:00'),
  changedAt: instantOf('2026-03-01', '10:00'),
  summary: '云计算基础 · 第 3 次课（AZ-104-2026-03）; 带电脑, 带证件 \\ 👩‍🎓',
  status: 'confirmed',
  location: '实训室 2, 齐鲁软件园',
  description: '讲师：王海涛\n请提前十分钟到。',
  url: 'https://academy.example/cohorts/AZ-104',
};
const sender = {
  organizer: { name: '济南信息技术学院; "教务处"', email: 'academy@academy.example' },
  attendee: { name: '陈晨, 二班', email: 'chen.chen@example.com' },
  now: instantOf('2026-03-02', '08:00'),
  prodId: '-//济南信息技术学院//Timetable//ZH',
};
const feed = (...events: readonly InvitedEvent[]) =>
  calendarText({ name: '课表', prodId: sender.prodId, now: sender.now, events });
const [request, cancel, goodbye, tentative] = [
  event,
  { ...event, status: 'cancelled', sequence: 3 } as const,
  { ...event, leaves: true },
  { ...event, status: 'tentative', location: null, description: null, url: null } as const,
].map((one) => invitationParts([one], sender)[0]!.text) as [string, string, string, string];

const GOOD = new Map(
  Object.entries({
    feed: feed(event, { ...event, uid: '01890000-0000-7000-8000-000000000004@academy.example', status: 'cancelled' }),
    empty: feed(),
    request,
    cancel,
    goodbye,
    tentative,
  }),
);

const BOTH: readonly ValidatorName[] = ['libical', 'vobject'];
const without = (property: string, text: string): string =>
  text.replace(new RegExp(`\\r\\n${property}[^\\r]*(\\r\\n [^\\r]*)*`), '');

/** Faults that a writer of ours could make, and who notices each: neither notices all. */
const OFFENDERS: readonly (readonly [string, string, readonly ValidatorName[]])[] = [
  ['an event without UID', without('UID', feed(event)), ['vobject']],
  ['a calendar without PRODID', without('PRODID', feed(event)), BOTH],
  ['a date that is none', feed(event).replace(/DTSTART:[^\r]*/, 'DTSTART:tomorrow'), BOTH],
  ['an event that is not closed', feed(event).replace('END:VEVENT\r\n', ''), BOTH],
  ['something that is no calendar', '<html></html>\r\n', BOTH],
  ['a request without organizer', without('ORGANIZER', request), ['libical']],
  ['a request without attendee', without('ATTENDEE', request), ['libical']],
  ['a cancellation without sequence', without('SEQUENCE', cancel), ['libical']],
];

describe('third-party validators of our calendars', () => {
  forEachValidator('accepts feeds and invitations of every kind', (validate) => {
    expect(validate(GOOD)).toEqual({ events: 6, faults: [] });
  });

  forEachValidator('names the broken calendar among good ones', (validate, validator) => {
    for (const [fault, broken, heardBy] of OFFENDERS) {
      const heard = validate(
        new Map([
          ['good', request],
          ['broken', broken],
          ['good too', cancel],
        ]),
      );
      expect([fault, heard]).toEqual([
        fault,
        heardBy.includes(validator)
          ? { events: 2, faults: [expect.stringMatching(/^broken: /)] }
          : { events: 3, faults: [] },
      ]);
    }
  });
});

describe('the bytes of our calendars', () => {
  it('are as the grammar wants them', () => {
    expect([...GOOD].filter(([name]) => name !== 'goodbye').flatMap(([name, text]) => byteFaults(name, text))).toEqual(
      [],
    );
  });

  it.each<[string, string, string]>([
    ['bare line feeds', feed(event).replaceAll('\r\n', '\n'), 'CRLF'],
    ['an unfolded line', feed(event).replaceAll('\r\n ', ''), 'octets'],
    ['no time zone', feed(event).replace(/(DTSTAMP:\d+T\d+)Z/, '$1'), 'DTSTAMP'],
    ['one event twice', feed(event, event), 'one UID'],
    ['an unknown state', feed(event).replace('STATUS:CONFIRMED', 'STATUS:BUSY'), 'STATUS'],
    ['a UID that anybody could have', feed({ ...event, uid: '3' }), 'UID'],
  ])('with %s are told', (_, text, fault) => {
    expect(byteFaults('x', text).join('\n')).toContain(fault);
  });
});
