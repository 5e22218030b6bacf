import { Injectable } from '@nestjs/common';
import { AcademyProfile, type Right, may } from '../accounts/index.js';
import {
  type Chrome,
  type ChromeLine,
  type ChromeMaker,
  defineMessages,
  type NavItem,
  type RequestContext,
} from '../platform/index.js';
import { PendingNotifications } from '../scheduling/index.js';

export const navigationMessages = defineMessages({
  'nav.group_teaching': { zh: '课程与班次', en: 'Courses and cohorts' },
  'nav.group_people': { zh: '人员', en: 'People' },
  'nav.group_outcome': { zh: '证书与成果', en: 'Certificates and output' },
  'nav.group_settings': { zh: '设置', en: 'Settings' },
  'nav.today': { zh: '今天', en: 'Today' },
  'nav.tasks': { zh: '待办', en: 'Tasks' },
  'nav.achievements': { zh: '认证项目', en: 'Achievements' },
  'nav.tracks': { zh: '方向', en: 'Tracks' },
  'nav.courses': { zh: '课程', en: 'Courses' },
  'nav.cohorts': { zh: '班次', en: 'Cohorts' },
  'nav.timetable': { zh: '课表', en: 'Timetable' },
  'nav.bulletins': { zh: '课表通知', en: 'Notifications' },
  'nav.plans': { zh: '调课方案', en: 'Draft plans' },
  'nav.trainees': { zh: '学员', en: 'Trainees' },
  'nav.employers': { zh: '用人单位', en: 'Employers' },
  'nav.instructors': { zh: '讲师', en: 'Instructors' },
  'nav.certificates': { zh: '证书', en: 'Certificates' },
  'nav.output': { zh: '学院成果', en: 'Output' },
  'nav.rooms': { zh: '教室与实训室', en: 'Rooms and labs' },
  'nav.licences': { zh: '软件授权', en: 'Licences' },
  'nav.calendar': { zh: '校历', en: 'Calendar' },
  'nav.issuerKeys': { zh: '签名密钥', en: 'Signing keys' },
  'nav.certificateTemplate': { zh: '证书模板', en: 'Certificate template' },
  'nav.targets': { zh: '指标', en: 'Targets' },
  'nav.academy': { zh: '学院信息', en: 'Academy' },
  'nav.accounts': { zh: '账户与角色', en: 'Accounts and roles' },
  'nav.audit': { zh: '审计记录', en: 'Audit trail' },
  'nav.backups': { zh: '备份', en: 'Backups' },
  'nav.outbox': { zh: '发件箱', en: 'Outbox' },
  'nav.teaching': { zh: '我的课次', en: 'My sessions' },
  'nav.training': { zh: '我的培训', en: 'My training' },
  'nav.findCourse': { zh: '找课程', en: 'Courses' },
  'nav.myCertificates': { zh: '我的证书', en: 'My certificates' },
  'nav.me': { zh: '我', en: 'Me' },
});

interface Place {
  readonly key: string;
  readonly href: string;
  readonly icon: string;
  readonly right: Right;
  readonly group?: string;
  /** Other path prefixes that belong to this item. */
  readonly also?: readonly string[];
}

const OFFICE: readonly Place[] = [
  { key: 'today', href: '/office', icon: 'today', right: 'office.enter' },
  { key: 'tasks', href: '/office/tasks', icon: 'check', right: 'office.enter' },
  { key: 'courses', href: '/office/courses', icon: 'book', right: 'course.manage', group: 'teaching' },
  { key: 'achievements', href: '/office/achievements', icon: 'star', right: 'course.manage', group: 'teaching' },
  { key: 'tracks', href: '/office/tracks', icon: 'track', right: 'course.manage', group: 'teaching' },
  {
    key: 'cohorts',
    href: '/office/cohorts',
    icon: 'users',
    right: 'cohort.manage',
    group: 'teaching',
    also: ['/office/enrolments'],
  },
  {
    key: 'timetable',
    href: '/office/timetable',
    icon: 'calendar',
    right: 'session.schedule',
    group: 'teaching',
    also: ['/office/sessions', '/office/clashes', '/office/feeds'],
  },
  { key: 'bulletins', href: '/office/bulletins', icon: 'send', right: 'session.schedule', group: 'teaching' },
  {
    key: 'plans',
    href: '/office/plans',
    icon: 'queue',
    right: 'session.schedule',
    group: 'teaching',
    also: ['/office/repairs'],
  },
  { key: 'trainees', href: '/office/trainees', icon: 'user', right: 'trainee.manage', group: 'people' },
  {
    key: 'employers',
    href: '/office/employers',
    icon: 'building',
    right: 'employer.manage',
    group: 'people',
    also: ['/office/placements'],
  },
  {
    key: 'instructors',
    href: '/office/instructors',
    icon: 'instructor',
    right: 'availability.manage',
    group: 'people',
  },
  {
    key: 'certificates',
    href: '/office/certificates',
    icon: 'certificate',
    right: 'certificate.manage',
    group: 'outcome',
  },
  { key: 'output', href: '/office/output', icon: 'chart', right: 'output.read', group: 'outcome' },
  { key: 'rooms', href: '/office/rooms', icon: 'door', right: 'availability.manage', group: 'settings' },
  { key: 'licences', href: '/office/licences', icon: 'key', right: 'licence.manage', group: 'settings' },
  { key: 'calendar', href: '/office/calendar', icon: 'calendar', right: 'calendar.manage', group: 'settings' },
  {
    key: 'certificateTemplate',
    href: '/office/certificate-templates',
    icon: 'certificate',
    right: 'certificateTemplate.manage',
    group: 'settings',
  },
  { key: 'issuerKeys', href: '/office/issuer-keys', icon: 'key', right: 'issuerKey.manage', group: 'settings' },
  { key: 'targets', href: '/office/targets', icon: 'target', right: 'target.manage', group: 'settings' },
  { key: 'academy', href: '/office/academy', icon: 'settings', right: 'academy.configure', group: 'settings' },
  { key: 'accounts', href: '/office/accounts', icon: 'shield', right: 'account.manage', group: 'settings' },
  { key: 'audit', href: '/office/audit', icon: 'log', right: 'audit.read', group: 'settings' },
  { key: 'backups', href: '/office/backups', icon: 'copy', right: 'academy.configure', group: 'settings' },
  { key: 'outbox', href: '/office/outbox', icon: 'mail', right: 'outbox.read', group: 'settings' },
];

const OWN: readonly Place[] = [
  { key: 'teaching', href: '/teaching', icon: 'calendar', right: 'teaching.enter' },
  { key: 'training', href: '/my/training', icon: 'today', right: 'trainee.self' },
  { key: 'findCourse', href: '/courses', icon: 'book', right: 'trainee.self' },
  { key: 'myCertificates', href: '/my/certificates', icon: 'certificate', right: 'trainee.self' },
  { key: 'me', href: '/my/account', icon: 'user', right: 'account.own' },
];

/** The layout around every page: the academy's name and this person's navigation. */
@Injectable()
export class Navigation implements ChromeMaker {
  constructor(
    private readonly profile: AcademyProfile,
    private readonly pendingNotifications: PendingNotifications,
  ) {}

  chromeFor(context: RequestContext): Chrome {
    const academy = this.profile.current();
    const [name, other] =
      context.language === 'en' ? [academy?.nameEn, academy?.nameZh] : [academy?.nameZh, academy?.nameEn];
    return {
      academyName: name ?? '',
      academyNameOther: other ?? '',
      hasLogo: academy?.hasLogo ?? false,
      nav: placesFor(context),
    };
  }

  /**
   * In the office: how many people still have to be notified of this person's timetable changes. Not on the bulletin's
   * own pages, which show it themselves.
   */
  lineFor(context: RequestContext): Promise<ChromeLine | null> | null {
    const { actor, url } = context;
    const path = url.split('?')[0] ?? '/';
    const isPlace = (path === '/office' || path.startsWith('/office/')) && !path.startsWith('/office/bulletins/');
    return isPlace && actor.id !== null && may(actor, 'session.schedule') ? this.pendingLine(actor.id, context) : null;
  }

  private async pendingLine(accountId: string, { translator }: RequestContext): Promise<ChromeLine | null> {
    const pendingNotifications = await this.pendingNotifications.execute(accountId);
    if (!pendingNotifications || pendingNotifications.people === 0) return null;
    return {
      text: translator.t('bulletin.untold', {
        count: pendingNotifications.people,
        changes: pendingNotifications.changes,
      }),
      act: translator.t('bulletin.look'),
      href: `/office/bulletins/${pendingNotifications.bulletinId}`,
    };
  }
}

/** The office's navigation in the office, one's own elsewhere; only items that the person may open. */
function placesFor(context: RequestContext): NavItem[] {
  const path = context.url.split('?')[0] ?? '/';
  const places = (path === '/office' || path.startsWith('/office/') ? OFFICE : OWN).filter(({ right }) =>
    may(context.actor, right),
  );
  const current = places.find(
    ({ href, also = [] }) =>
      path === href ||
      also.includes(path) ||
      (href !== '/office' && [href, ...also].some((start) => path.startsWith(`${start}/`))),
  );
  return places.map((place) => ({
    label: context.translator.t(`nav.${place.key}`),
    href: place.href,
    icon: place.icon,
    group: place.group ? context.translator.t(`nav.group_${place.group}`) : null,
    current: place === current,
  }));
}
