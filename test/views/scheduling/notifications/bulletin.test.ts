import type { NotifiedChange } from '../../../../src/scheduling/notifications/domain/change-notification.js';
import { keptView } from '../../../../src/scheduling/notifications/web/bulletin.page.js';
import type { BulletinPage } from '../../../../src/scheduling/notifications/web/bulletins.controller.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { bulletinPage, change, draft, NAMES, QUIET_UNTIL, slotOn, SOON } from './bulletin-page.js';

const office = { viewer: 'coordinator', path: '/office/bulletins/b1' } as const;
const view = viewOf<BulletinPage>('scheduling/notifications/bulletins/show', office);
const AT = '/office/bulletins/b1';

describe('an open bulletin', () => {
  inEachLanguage('says whose changes it tells and when it leaves, and is sent or dropped', (stage) => {
    const seen = view(stage, bulletinPage(stage));
    expect(seen.heading).toBe(`AZ-104-2026-03 ${stage.t('bulletin.state_open')}`);
    expect(seen.textsOf('over')).toEqual([stage.t('bulletin.title')]);
    expect(seen.textsOf('lead')).toEqual([stage.t('bulletin.made_by', { name: '李静' })]);
    expect(seen.textsOf('callout')).toEqual([stage.t('bulletin.leaves_quiet', { at: QUIET_UNTIL })]);
    expect(seen.button(stage.t('bulletin.send_now', { count: 1 }))).toBe(`post ${AT}/sending`);
    expect(seen.link(stage.t('bulletin.drop'))).toBe(`${AT}/dropping`);
    expect(seen.link(stage.t('bulletin.list_title'))).toBe('/office/bulletins');
    expect(seen.sections).toEqual([
      stage.t('bulletin.changes_title', { count: 1 }),
      stage.t('bulletin.letters_title', { count: 1 }),
    ]);
  });

  inEachLanguage('about a session that begins within a day leaves at once', (stage) => {
    const changes = [change({ after: SOON })];
    const seen = view(stage, bulletinPage(stage, { facts: { changes, openedByName: null } }));
    expect(seen.textsOf('callout')).toEqual([stage.t('bulletin.leaves_urgent')]);
    expect(seen.textsOf('lead')).toEqual([stage.t('bulletin.made_by', { name: stage.t('bulletin.by_itself') })]);
  });

  inEachLanguage('that concerns nobody is closed without an email', (stage) => {
    const seen = view(stage, bulletinPage(stage, { emails: [] }));
    expect(seen.words).toContain(stage.t('bulletin.nobody'));
    expect(seen.button(stage.t('bulletin.close'))).toBe(`post ${AT}/sending`);
    expect(seen.link(stage.t('bulletin.drop'))).toBeNull();
  });

  inEachLanguage('names those who have no address', (stage) => {
    const seen = view(stage, bulletinPage(stage, {}, { unreachable: ['李雷', '<b>韩</b>'] }));
    expect(seen.textsOf('callout-title')).toEqual([stage.t('bulletin.unreachable', { count: 2 })]);
    expect(seen.textsOf('chip')).toEqual(['李雷', '<b>韩</b>']);
    expect(view(stage, bulletinPage(stage)).words).not.toContain(stage.t('bulletin.unreachable_who'));
  });

  inEachLanguage('with many changes and emails folds those beyond twenty', (stage) => {
    const changes = Array.from({ length: 22 }, (_, at) => change({ number: at + 1 }));
    const emails = Array.from({ length: 21 }, (_, at) => draft({ key: `k${at}` }));
    const seen = view(stage, bulletinPage(stage, { facts: { changes }, emails }));
    expect(seen.rows).toHaveLength(22);
    expect(seen.textsOf('mailing-email')).toHaveLength(21);
    const folds = seen.main.all('details').filter((one) => one.hasClass('folded'));
    expect(folds.map((one) => one.all('summary')[0]?.text)).toEqual([
      stage.t('bulletin.more_changes', { count: 2 }),
      stage.t('bulletin.more_letters', { count: 1 }),
    ]);
    expect(seen.hrefs).toContain(`${AT}/letters/k20`);
    expect(seen.button(stage.t('bulletin.send_now', { count: 21 }))).toBe(`post ${AT}/sending`);
  });
});

describe('a change', () => {
  const cells = (stage: Stage, one: Partial<NotifiedChange>) => {
    const seen = view(stage, bulletinPage(stage, { facts: { changes: [change(one)] } }));
    return { seen, cells: seen.rows[0]!.slice(1) };
  };
  const place = (stage: Stage, day: string, [room, who] = ['Pipa Lab', 'Wang Haitao']) => {
    const of = (all: ReadonlyMap<string, { zh: string; en: string }>, en: string) =>
      stage.one([...all.values()].find((one) => one.en === en)?.zh ?? en, en);
    return `${stage.translator.format.dayShort(day)} 09:00–12:00 ${of(NAMES.rooms, room)} ${of(NAMES.people, who)}`;
  };

  inEachLanguage('of time stands as it was and as it is, with what differs marked', (stage) => {
    const { seen, cells: said } = cells(stage, {});
    expect(said).toEqual([stage.t('bulletin.kind_moved'), place(stage, '2026-03-17'), place(stage, '2026-03-18')]);
    expect(seen.textsOf('placed-old')).toEqual([`${stage.translator.format.dayShort('2026-03-17')} 09:00–12:00`]);
    expect(seen.textsOf('placed-new')).toEqual([`${stage.translator.format.dayShort('2026-03-18')} 09:00–12:00`]);
    expect(seen.link('AZ-104-2026-03')).toBe('/office/cohorts/AZ-104-2026-03/sessions');
    expect(seen.rows[0]![0]).toBe(`AZ-104-2026-03 ${stage.t('session.nth', { number: 3 })}`);
  });

  inEachLanguage('of room and people marks these', (stage) => {
    const after = slotOn('2026-03-17', { roomId: 'r2', instructors: [{ instructorId: 'i2', role: 'lead' }] });
    const { seen, cells: said } = cells(stage, { after });
    expect(said[2]).toBe(place(stage, '2026-03-17', ['Baotu Room', 'Gulnar Mamat']));
    expect(seen.textsOf('placed-old')).toEqual([
      stage.one('琵琶泉实训室', 'Pipa Lab'),
      stage.one('王海涛', 'Wang Haitao'),
    ]);
    expect(seen.textsOf('placed-new')).toHaveLength(2);
  });

  inEachLanguage('that adds a session without room and instructor says so', (stage) => {
    const after = slotOn('2026-03-18', { roomId: null, instructors: [] });
    const { seen, cells: said } = cells(stage, { before: null, after });
    expect(said.slice(0, 2)).toEqual([stage.t('bulletin.kind_added'), stage.t('bulletin.not_before')]);
    expect(said[2]).toContain(`${stage.t('session.no_room')} ${stage.t('session.no_instructor')}`);
    expect(seen.textsOf('placed-new')).toEqual([]);
  });

  inEachLanguage('that cancels a session says why, where a reason was given', (stage) => {
    const { cells: said } = cells(stage, { after: null, reason: '<i>停电</i>' });
    const gone = stage.t('bulletin.not_any_more');
    expect(said[0]).toBe(stage.t('bulletin.kind_cancelled'));
    expect(said[2]).toBe(`${gone} ${stage.t('bulletin.because', { reason: '<i>停电</i>' })}`);
    expect(cells(stage, { after: null }).cells[2]).toBe(gone);
  });

  inEachLanguage('that came back to where it was says so', (stage) => {
    const { cells: said } = cells(stage, { after: slotOn('2026-03-17') });
    expect(said[0]).toBe(stage.t('bulletin.kind_none'));
  });
});

describe('a closed bulletin', () => {
  const kept = { email: 'a@mail.example', name: null, language: null, subject: 'S', body: 'B', dropped: false };

  inEachLanguage('that was sent shows what went out, which nobody can touch', (stage) => {
    const emails = [kept, { ...kept, name: '陈晨', dropped: true }].map((one, at) =>
      keptView(stage.translator, one, at),
    );
    const facts = { state: 'sent', closedAt: LOOKED_AT } as const;
    const seen = view(stage, bulletinPage(stage, { facts }, { emails, people: 1 }));
    expect(seen.words).toContain(stage.t('bulletin.closed_sent', { at: LOOKED_AT }));
    expect(seen.sections[1]).toBe(stage.t('bulletin.letters_went', { count: 1 }));
    expect(seen.textsOf('mailing-who')).toEqual(['a@mail.example', '陈晨 a@mail.example']);
    expect(seen.textsOf('badge')).toContain(stage.t('bulletin.letter_dropped'));
    expect(seen.requests).toEqual([]);
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('that was dropped notified nobody', (stage) => {
    const facts = { state: 'dropped', closedAt: LOOKED_AT } as const;
    const seen = view(stage, bulletinPage(stage, { facts, emails: [] }));
    expect(seen.words).toContain(stage.t('bulletin.closed_dropped', { at: LOOKED_AT }));
    expect(seen.words).toContain(stage.t('bulletin.nobody_was'));
    expect(seen.link(stage.t('bulletin.drop'))).toBeNull();
  });
});
