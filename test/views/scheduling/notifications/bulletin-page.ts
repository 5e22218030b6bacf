import { instantOf } from '../../../../src/platform/index.js';
import type { SessionSlot } from '../../../../src/scheduling/core/domain/placed-session.js';
import type { BulletinEmailDraft } from '../../../../src/scheduling/notifications/actions/compose-bulletin.js';
import type { BulletinFacts } from '../../../../src/scheduling/notifications/data/bulletin-facts.js';
import { QUIET_MILLISECONDS } from '../../../../src/scheduling/notifications/domain/bulletin-rules.js';
import type { NotifiedChange } from '../../../../src/scheduling/notifications/domain/change-notification.js';
import { bulletinView, changeView, emailView } from '../../../../src/scheduling/notifications/web/bulletin.page.js';
import type { BulletinPage } from '../../../../src/scheduling/notifications/web/bulletins.controller.js';
import { LOOKED_AT, type Stage } from '../../../support/views/rendered-view.js';

/** When a bulletin that was touched a minute before it is looked at goes out by itself. */
export const QUIET_UNTIL = LOOKED_AT - 60_000 + QUIET_MILLISECONDS;

export function slotOn(date: string, more: Partial<SessionSlot> = {}): SessionSlot {
  const instructors = [{ instructorId: 'i1', role: 'lead' as const }];
  const hours = { startsAt: instantOf(date, '09:00'), endsAt: instantOf(date, '12:00') };
  return { ...hours, roomId: 'r1', instructors, licences: [], ...more };
}

/** A place within a day of when pages are looked at. */
export const SOON = slotOn('2026-03-11');

/** A session moved by a day; `more`: what differs. */
export function change(more: Partial<NotifiedChange> = {}): NotifiedChange {
  const title = { zh: 'Azure 管理员', en: 'Azure administrator' };
  return {
    sessionId: 's1',
    number: 3,
    cohort: { id: 'c1', code: 'AZ-104-2026-03', state: 'confirmed', title },
    before: slotOn('2026-03-17'),
    after: slotOn('2026-03-18'),
    reason: null,
    ...more,
  };
}

/** An open bulletin with one change; `more`: what differs. */
export function bulletinFacts(more: Partial<BulletinFacts> = {}): BulletinFacts {
  const touchedAt = LOOKED_AT - 60_000;
  return {
    ...{
      id: 'b1',
      state: 'open',
      openedBy: 'a1',
      openedByName: '李静',
      openedAt: touchedAt,
      touchedAt,
      closedAt: null,
    },
    changes: [change()],
    sessions: new Map(),
    ...more,
  };
}

/** Of the rooms and instructors that changes name. */
export const NAMES = {
  rooms: new Map([
    ['r1', { zh: '琵琶泉实训室', en: 'Pipa Lab' }],
    ['r2', { zh: '趵突泉教室', en: 'Baotu Room' }],
  ]),
  people: new Map([
    ['i1', { zh: '王海涛', en: 'Wang Haitao' }],
    ['i2', { zh: '古丽娜尔·买买提', en: 'Gulnar Mamat' }],
  ]),
};

/** An email as it was composed; `more`: what differs. */
export function draft(more: Partial<BulletinEmailDraft> = {}): BulletinEmailDraft {
  return {
    ...{ email: 'chen@mail.example', name: '陈晨', language: 'zh-CN', changeNotifications: [] },
    ...{ subject: '课表有变化', body: '你好：\n<b>第 3 次课</b>改期。', key: 'k1', composed: 'print' },
    ...{ dropped: false, rewritten: false, outdated: null },
    ...more,
  };
}

interface Known {
  readonly facts?: Parameters<typeof bulletinFacts>[0];
  readonly emails?: readonly BulletinEmailDraft[];
}

/** The page of a bulletin as the product fills it. */
export function bulletinPage(
  stage: Stage,
  { facts, emails = [draft()] }: Known = {},
  more: Partial<BulletinPage> = {},
): BulletinPage {
  const bulletin = bulletinFacts(facts);
  const changes = bulletin.changes.map((one) => changeView(stage.translator, one, NAMES));
  const views = emails.map((one) => emailView(stage.translator, one));
  return {
    bulletin: bulletinView(stage.context(), bulletin, LOOKED_AT),
    changed: changes.length,
    changes: changes.slice(0, 20),
    moreChanges: changes.slice(20),
    emails: views.slice(0, 20),
    moreEmails: views.slice(20),
    people: views.filter(({ dropped }) => !dropped).length,
    unreachable: [],
    ...more,
  };
}
