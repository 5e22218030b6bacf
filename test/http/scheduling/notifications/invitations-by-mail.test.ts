import ICAL from 'ical.js';
import { Ticker } from '../../../../src/platform/index.js';
import { DELIVERY } from '../../../../src/platform/mail/index.js';
import { SessionEvents } from '../../../../src/scheduling/feeds/actions/session-events.js';
import { invitationParts } from '../../../../src/scheduling/feeds/domain/invitation.js';
import { TimetableReader } from '../../../../src/scheduling/index.js';
import { aCohort } from '../../../builders/cohorts.js';
import { TestAcademy } from '../../../support/app.js';
import { byteFaults } from '../../../support/calendar-bytes.js';
import { allParts } from '../../../support/mime.js';
import { MailServer, type ReceivedMail } from '../../../support/smtp.js';
import { forEachValidator } from '../../../support/calendar-validators.js';

describe('an invitation that arrives by email', () => {
  let academy: TestAcademy;
  let server: MailServer;
  let mail: ReceivedMail;
  beforeAll(async () => {
    server = await MailServer.start();
    academy = await TestAcademy.open({ smtpUrl: server.url });
    const [stands, off] = [await aCohort(academy), await aCohort(academy)];
    const events = academy.app.get(SessionEvents);
    const voice = events.voice('zh-CN');
    const [one, other] = [
      ...(await academy.app.get(TimetableReader).ofCohort(stands.id)),
      ...(await academy.app.get(TimetableReader).ofCohort(off.id)),
    ].map((row) => events.event(row, voice));
    const calendar = invitationParts([one!, { ...other!, status: 'cancelled', sequence: 1 }], {
      ...voice,
      attendee: { name: '陈晨', email: 'chen.chen@example.com' },
      now: academy.clock.now(),
    });
    await academy.write(async (tx) => {
      tx.withoutAudit('a letter alone');
      await tx.mail({
        to: 'chen.chen@example.com',
        name: '陈晨',
        language: 'zh-CN',
        subject: '课表有变',
        body: '一次课新排，一次课取消。',
        calendar,
      });
    });
    await academy.app.get(Ticker).runNow(DELIVERY);
    mail = server.received.find(({ subject }) => subject === '课表有变')!;
  });
  afterAll(async () => {
    await academy.close();
    await server.stop();
  });

  const calendars = () =>
    allParts(mail.root)
      .filter(({ type }) => type === 'text/calendar')
      .map(({ bytes, parameters }) => ({ method: parameters['method'], text: bytes.toString() }));

  it('has the sender of the email as organizer and its recipient as attendee', () => {
    expect(mail.headers['from']).toBe('academy@academy.example');
    expect(
      calendars()
        .map(({ method }) => method)
        .sort(),
    ).toEqual(['CANCEL', 'REQUEST']);
    for (const { method, text } of calendars()) {
      const calendar = new ICAL.Component(ICAL.parse(text) as ConstructorParameters<typeof ICAL.Component>[0]);
      const event = calendar.getFirstSubcomponent('vevent')!;
      expect(calendar.getFirstPropertyValue('method')).toBe(method);
      expect(event.getFirstPropertyValue('organizer')).toBe(`mailto:${mail.headers['from']}`);
      expect(event.getFirstProperty('organizer')!.getFirstParameter('cn')).toBe('济南信息技术学院');
      expect(event.getFirstPropertyValue('attendee')).toBe(`mailto:${mail.to[0]}`);
    }
  });

  it('arrives byte for byte as it was written', () => {
    expect(calendars().flatMap(({ text }) => byteFaults('part', text))).toEqual([]);
  });

  forEachValidator('accepts each part as it was received', (validate) => {
    expect(validate(new Map(calendars().map(({ method, text }) => [String(method), text])))).toEqual({
      events: 2,
      faults: [],
    });
  });
});
