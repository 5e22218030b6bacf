import { COHORT, COURSE, MAIL, PASSWORD, type Road } from './road.js';

/** The administrator opens the academy: first-run page, people, a lab, an instructor. */
export async function theAcademyOpens(road: Road): Promise<void> {
  const administrator = await road.window('administrator');
  const code = await road.setUpCode();
  await administrator.visit('/');
  expect(administrator.path).toBe('/setup');
  await administrator.fill({
    code,
    nameZh: '济南信息技术学院',
    nameEn: 'Jinan IT Academy',
    administratorName: '周敏',
    email: MAIL.administrator,
    password: PASSWORD,
  });
  await administrator.send('/setup');
  expect(administrator.path).toBe('/office');
  await administrator.visit('/office/rooms/new');
  await administrator.fill({
    code: 'LAB-2',
    nameZh: '实训室 2',
    nameEn: 'Lab 2',
    kind: 'lab',
    seats: '24',
    placeZh: '齐鲁软件园 A 座 3 层',
    placeEn: 'Qilu Software Park, tower A, 3rd floor',
  });
  await administrator.send('/office/rooms');
  for (const [email, name, role] of [
    [MAIL.coordinator, '李静', 'coordinator'],
    [MAIL.instructor, '王海涛', 'instructor'],
  ] as const) {
    await administrator.visit('/office/accounts/new');
    await administrator.fill({ name, email, roles: [role], language: road.language });
    await administrator.send('/office/accounts');
  }
  await administrator.visit('/office/instructors/new');
  await administrator.fill({
    name: '王海涛',
    latinName: 'Wang Haitao',
    email: MAIL.instructor,
    accountEmail: MAIL.instructor,
  });
  await administrator.send('/office/instructors');
}

/** An invited person chooses a password by the mailed link and signs in. */
export async function theInvitedComeIn(road: Road): Promise<void> {
  for (const walker of ['coordinator', 'instructor'] as const) {
    const window = await road.window(walker);
    const link = await road.mailedLink(MAIL[walker]);
    await window.visit(link);
    await window.fill({ password: PASSWORD });
    await window.send(link);
    await road.signsIn(walker);
    expect(window.path).toBe(walker === 'coordinator' ? '/office' : '/teaching');
  }
}

/** The coordinator makes a track and a course that leads to an achievement; the administrator says who may teach it. */
export async function theCourseIsDesigned(road: Road): Promise<void> {
  const coordinator = await road.window('coordinator');
  await coordinator.visit('/office/tracks/new');
  await coordinator.fill({ nameZh: '云计算', nameEn: 'Cloud computing', code: 'CLOUD' });
  await coordinator.send('/office/tracks');
  await coordinator.visit('/office/courses/new');
  await coordinator.fill({
    code: COURSE,
    titleZh: 'Azure 管理员',
    titleEn: 'Azure Administrator',
    level: 'intermediate',
    days: '4',
    hours: '32',
    leadsTo: 'new',
    outcomesZh: '管理订阅与资源\n部署虚拟机',
    outcomesEn: 'Manage subscriptions and resources\nDeploy virtual machines',
    achievementCode: 'AZ-104',
    achievementZh: 'Azure 管理员',
    achievementEn: 'Azure Administrator',
    criteriaZh: '出勤达标,考核通过',
    criteriaEn: 'Attend and pass',
    validMonths: '24',
  });
  await coordinator.page.locator('main select[name="trackId"]').selectOption({ index: 1 });
  await coordinator.send('/office/courses');
  expect(await coordinator.mainText()).toContain(COURSE);
  const administrator = await road.window('administrator');
  await administrator.visit('/office/instructors');
  await administrator.press('main a[href^="/office/instructors/"]:not([href$="/new"])');
  await administrator.page.locator('main select[name="courseId"]').selectOption({ index: 1 });
  await administrator.send(`${administrator.path}/qualifications`);
}

/** The coordinator plans a cohort of one seat, previews its sessions, places them and publishes it. */
export async function theCohortIsPublished(road: Road): Promise<void> {
  const coordinator = await road.window('coordinator');
  await coordinator.visit('/office/cohorts/new');
  await coordinator.page.locator('main select[name="courseId"]').selectOption({ index: 1 });
  await coordinator.fill({
    delivery: 'onsite',
    startsOn: '2026-3-16',
    endsOn: '2026-03-18',
    capacity: '1',
    leastEnrolment: '1',
    feeTextZh: '免费',
    feeTextEn: 'Free',
  });
  await coordinator.send('/office/cohorts');
  expect(coordinator.path).toBe(`/office/cohorts/${COHORT}`);
  await coordinator.visit(`/office/cohorts/${COHORT}/sessions/pattern`);
  await coordinator.fill({ weekdays: ['1', '3'], startTime: '9:00', endTime: '1200', sessions: '2' });
  await coordinator.page.locator('main select[name="roomId"]').selectOption({ index: 1 });
  await coordinator.page.locator('main select[name="instructorId"]').selectOption({ index: 1 });
  await coordinator.press('main form[method="get"] button[type="submit"]');
  await coordinator.send(`/office/cohorts/${COHORT}/sessions`);
  expect(coordinator.path).toBe(`/office/cohorts/${COHORT}/sessions`);
  expect(await coordinator.mainText()).toContain(road.language === 'en' ? 'Lab 2' : '实训室 2');
  await coordinator.visit(`/office/cohorts/${COHORT}/publication`);
  await coordinator.send(`/office/cohorts/${COHORT}/publication`);
}

/** A second cohort in the same lab at the same time is refused, naming the other session. */
export async function aClashIsNamed(road: Road): Promise<void> {
  const coordinator = await road.window('coordinator');
  await coordinator.visit('/office/cohorts/new');
  await coordinator.page.locator('main select[name="courseId"]').selectOption({ index: 1 });
  await coordinator.fill({
    delivery: 'onsite',
    startsOn: '2026-3-16',
    endsOn: '2026-03-18',
    code: 'SECOND-RUN',
    capacity: '12',
    leastEnrolment: '1',
  });
  await coordinator.send('/office/cohorts');
  await coordinator.visit('/office/cohorts/SECOND-RUN/sessions/pattern');
  await coordinator.fill({ weekdays: ['1'], startTime: '10:00', endTime: '11:30', sessions: '1' });
  await coordinator.page.locator('main select[name="roomId"]').selectOption({ index: 1 });
  await coordinator.press('main form[method="get"] button[type="submit"]');
  expect(await coordinator.mainText()).toContain(COHORT);
  await coordinator.visit('/office/cohorts/SECOND-RUN/cancellation');
  await coordinator.fill({ reason: '时间冲突' });
  await coordinator.send('/office/cohorts/SECOND-RUN/cancellation');
}
