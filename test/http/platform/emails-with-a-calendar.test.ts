import ICAL from 'ical.js';
import sql from 'sql-template-tag';
import { type CalendarPart, ReadDatabase, Ticker } from '../../../src/platform/index.js';
import { DELIVERY } from '../../../src/platform/mail/index.js';
import { TestAcademy } from '../../support/app.js';
import { allParts, type MimePart, shapeOf } from '../../support/mime.js';
import { signedIn } from '../../support/people.js';
import { MailServer } from '../../support/smtp.js';
import { wordsOf } from '../../support/web-client.js';

const SUMMARY = '泉城路机房搬迁说明会 · 第 3 次 '.repeat(3).trim();
const part = (method: CalendarPart['method'], uid: string): CalendarPart => ({
  method,
  text: [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//A//B//EN',
    `METHOD:${method}`,
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260301T000000Z',
    'DTSTART:20260309T010000Z',
    'DTEND:20260309T020000Z',
    `SUMMARY:${SUMMARY.slice(0, 20)}`,
    ` ${SUMMARY.slice(20)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n'),
});
const [move, drop, more] = [
  part('REQUEST', 'a@x.example'),
  part('CANCEL', 'b@x.example'),
  part('REQUEST', 'c@x.example'),
];

describe('an email with calendar parts', () => {
  let academy: TestAcademy;
  let server: MailServer;
  beforeAll(async () => {
    server = await MailServer.start();
    academy = await TestAcademy.open({ smtpUrl: server.url });
  });
  afterAll(async () => {
    await academy.close();
    await server.stop();
  });

  const written = async (
    subject: string,
    calendar?: readonly CalendarPart[],
    body = '两次会改了时间。',
  ): Promise<string> => {
    await academy.write(async (tx) => {
      tx.withoutAudit('a letter alone');
      await tx.mail({
        to: 'li.na@mail.example',
        name: '李娜',
        language: 'zh-CN',
        subject,
        body,
        ...(calendar && { calendar }),
      });
    });
    return (await academy.app
      .get(ReadDatabase)
      .first<{ id: string }>(sql`SELECT id AS "id" FROM outbox_message WHERE subject = ${subject}`))!.id;
  };
  const delivered = async (subject: string): Promise<MimePart> => {
    await academy.app.get(Ticker).runNow(DELIVERY);
    const mails = server.received.filter((one) => one.subject === subject);
    expect(mails).toHaveLength(1);
    return mails[0]!.root;
  };
  const calendarsIn = (root: MimePart): MimePart[] => allParts(root).filter(({ type }) => type === 'text/calendar');

  it('has the first part beside the text and every other as an attachment, byte for byte', async () => {
    await written('三份', [move, drop, more]);
    const root = await delivered('三份');
    expect(shapeOf(root)).toBe(
      'multipart/mixed(multipart/alternative(text/plain, text/html, text/calendar), text/calendar, text/calendar)',
    );
    const [first, second, third] = calendarsIn(root);
    expect([first, second, third].map((one) => [one!.parameters['method'], one!.parameters['charset']])).toEqual([
      ['REQUEST', 'UTF-8'],
      ['CANCEL', 'UTF-8'],
      ['REQUEST', 'UTF-8'],
    ]);
    expect([first, second, third].map((one) => one!.bytes.toString())).toEqual([move.text, drop.text, more.text]);
    expect(first!.disposition).toBe('');
    expect([second, third].map((one) => one!.disposition)).toEqual([
      'attachment; filename=invite-2.ics',
      'attachment; filename=invite-3.ics',
    ]);
    expect(root.parts[0]!.parts[0]!.bytes.toString()).toContain('两次会改了时间。');
  });

  it('has one more alternative and no attachment for a single part', async () => {
    await written('一份', [drop]);
    const root = await delivered('一份');
    expect(shapeOf(root)).toBe('multipart/alternative(text/plain, text/html, text/calendar)');
    const [only] = calendarsIn(root);
    expect(only!.parameters['method']).toBe('CANCEL');
    const calendar = new ICAL.Component(
      ICAL.parse(only!.bytes.toString()) as ConstructorParameters<typeof ICAL.Component>[0],
    );
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL');
    expect(calendar.getFirstSubcomponent('vevent')!.getFirstPropertyValue('summary')).toBe(SUMMARY);
  });

  it('has text only without any part', async () => {
    await written('无', []);
    expect(shapeOf(await delivered('无'))).toBe('multipart/alternative(text/plain, text/html)');
  });

  it('lists its parts for an administrator, who may download each', async () => {
    const id = await written('看', [move, drop]);
    const office = await signedIn(academy, 'administrator');
    const page = wordsOf((await office.get(`/office/outbox/${id}`)).text);
    expect(page).toContain('邮件中的日历（2 份）');
    expect(page).toContain('邀请或更新 · invite-1.ics');
    expect(page).toContain('取消 · invite-2.ics');
    const file = await office.get(`/office/outbox/${id}/calendar/2`);
    expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
    expect(file.headers['content-disposition']).toContain('invite-2.ics');
    expect(file.text).toBe(drop.text);
    for (const number of ['0', '3', '-1', '1.0', 'x', '99999999'])
      expect((await office.get(`/office/outbox/${id}/calendar/${number}`)).status).toBe(404);
    expect((await (await signedIn(academy, 'coordinator')).get(`/office/outbox/${id}/calendar/2`)).status).toBe(403);
    expect(wordsOf((await office.get('/office/outbox?q=看')).text)).toContain('含日历邀请');
    await written('空', []);
    expect(wordsOf((await office.get('/office/outbox?q=空')).text)).not.toContain('含日历邀请');
  });

  it('hides a secret address in a part from the administrator, even if folding splits it', async () => {
    const secret = 'abcdefghijklmnopqrstuvwxyz';
    const text = move.text.replace(
      'SUMMARY:',
      `DESCRIPTION:http://academy.example/calendar/${secret.slice(0, 9)}\r\n ${secret.slice(9)}.ics\r\nSUMMARY:`,
    );
    const id = await written('密', [{ method: 'REQUEST', text }]);
    const file = (await (await signedIn(academy, 'administrator')).get(`/office/outbox/${id}/calendar/1`)).text;
    expect(file).not.toContain('jklmnop');
    expect(file).toContain('http://academy.example/calendar/••••••.ics');
    expect(calendarsIn(await delivered('密'))[0]!.bytes.toString()).toBe(text);
  });
});
