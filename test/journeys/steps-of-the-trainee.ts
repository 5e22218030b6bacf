import type { Window } from '../support/browser.js';
import { COHORT, COURSE, MAIL, PASSWORD, type Road, type Walker } from './road.js';

/** A visitor finds the course, signs up, proves the mailbox by the mailed link and the password, and enrols. */
export async function aVisitorEnrols(road: Road): Promise<void> {
  const trainee = await road.window('trainee');
  await trainee.visit('/');
  await trainee.visit('/courses?q=azure');
  await trainee.press(`main a[href="/courses/${COURSE}"]`);
  await trainee.press(`main a[href="/cohorts/${COHORT}"]`);
  await trainee.press('main .door a.button');
  expect(trainee.path).toContain('/sign-up?next=');
  await signsUp(trainee, { name: '陈晨', latinName: 'Chen Chen', email: MAIL.trainee });
  await provesMailbox(road, 'trainee');
  await trainee.visit(`/cohorts/${COHORT}`);
  await trainee.send(`/cohorts/${COHORT}/enrolments`);
  await trainee.visit('/my/training');
  expect(await trainee.mainText()).toContain(COHORT);
  expect(await road.emailsTo(MAIL.trainee)).toHaveLength(2);
}

/** The cohort is full: the second is told the place in line; the first withdraws; the offer is mailed and accepted. */
export async function theSeatGoesToTheNext(road: Road): Promise<void> {
  const second = await road.window('second');
  await second.visit(`/sign-up?next=/cohorts/${COHORT}`);
  await signsUp(second, { name: '刘洋', latinName: 'Liu Yang', email: MAIL.second });
  await provesMailbox(road, 'second');
  await second.visit(`/cohorts/${COHORT}`);
  await second.send(`/cohorts/${COHORT}/enrolments`);
  await second.visit('/my/training');
  expect(await second.mainText()).toMatch(road.language === 'en' ? /wait/i : /候补/);
  const first = await road.window('trainee');
  await opensEnrolment(first);
  const enrolment = first.path.split('?')[0]!;
  await first.visit(`${enrolment}/withdrawal`);
  await first.fill({ reason: '那几天出差' });
  await first.send(`${enrolment}/withdrawal`);
  const before = (await road.emailsTo(MAIL.second)).length;
  expect(before).toBeGreaterThanOrEqual(3);
  await opensEnrolment(second);
  await second.send(`${second.path.split('?')[0]!}/acceptance`);
  await second.visit('/my/training');
  expect(await second.mainText()).toMatch(road.language === 'en' ? /confirmed/i : /已确认/);
}

/** Certificates of one's own, and the PDF as it is kept. */
export async function theCertificateIsKept(road: Road): Promise<void> {
  const trainee = await road.window('second');
  await trainee.visit('/my/certificates');
  await trainee.press('main h2 a[href^="/my/certificates/"]');
  await trainee.press('main a[href^="/c/"]');
  const pdf = await trainee.context.request.get(`${trainee.path}.pdf`);
  expect([pdf.status(), pdf.headers()['content-type']]).toEqual([200, 'application/pdf']);
  expect((await pdf.body()).subarray(0, 5).toString()).toBe('%PDF-');
}

async function signsUp(
  window: Window,
  { name, latinName, email }: { name: string; latinName: string; email: string },
): Promise<void> {
  await window.fill({ name, latinName, email, password: PASSWORD, consent: true });
  await window.send('/sign-up');
}

async function provesMailbox(road: Road, walker: Walker): Promise<void> {
  const window = await road.window(walker);
  const link = await road.mailedLink(MAIL[walker]);
  await window.visit(link);
  await window.fill({ password: PASSWORD });
  await window.send(link.split('?')[0]!);
  expect(window.path).toBe(`/cohorts/${COHORT}`);
}

async function opensEnrolment(window: Window): Promise<void> {
  await window.visit(`/cohorts/${COHORT}`);
  await window.press('main a[href^="/enrolments/"]');
}
