import type { AuditRow } from '../../../src/accounts/data/audit-trail.js';
import { AuditFilterForm } from '../../../src/accounts/web/administration.form.js';
import type { AuditPage } from '../../../src/accounts/web/audit.controller.js';
import { actLabel, auditEntryView } from '../../../src/accounts/web/audit.page.js';
import { formView, pagesOf } from '../../../src/platform/index.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<AuditPage>('accounts/audit/index', { viewer: 'administrator', path: '/office/audit' });

function row(change: Partial<AuditRow> = {}): AuditRow {
  return {
    id: 'e1',
    at: LOOKED_AT,
    actorId: null,
    actorName: 'system',
    act: 'account.rolesChanged',
    subjectType: 'account',
    subjectId: 'a1',
    subjectLabel: 'l@example.com',
    detail: {},
    requestId: null,
    ...change,
  };
}

function page(stage: Stage, rows: readonly AuditRow[], change: Partial<AuditPage> = {}): AuditPage {
  const act = [{ value: 'account.rolesChanged', label: actLabel('account.rolesChanged', stage.translator) }];
  return {
    entries: rows.map((one) => auditEntryView(one, stage.translator)),
    count: rows.length,
    pages: pagesOf('/office/audit', { page: 1, size: 50, count: rows.length }),
    form: formView(AuditFilterForm, stage.translator, { options: { act } }),
    thing: null,
    thingLabel: null,
    filtered: false,
    ...change,
  };
}

describe('the audit trail', () => {
  inEachLanguage('without entries says so', (stage) => {
    const seen = view(stage, page(stage, []));
    expect(seen.words).toContain(stage.t('audit.none'));
    expect(seen.words).toContain(stage.t('audit.count', { count: 0 }));
    expect(seen.links(stage.t('list.clear'))).toEqual([]);
  });

  inEachLanguage('filtered without result links to all', (stage) => {
    const seen = view(stage, page(stage, [], { filtered: true }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/audit', '/office/audit']);
  });

  describe.each(['person', 'act', 'subject', 'from'] as const)('with a fault in %s', (name) => {
    inEachLanguage('shows it beside the filter, with a link to it', (stage) => {
      const faults = [{ field: name, key: 'form.too_long', values: { max: 80 } }];
      const options = { act: [] };
      const form = formView(AuditFilterForm, stage.translator, { typed: { [name]: '长' }, faults, options });
      const seen = view(stage, page(stage, [], { form, filtered: true }));
      const text = stage.t('form.too_long', { max: 80 });
      expect(seen.faults).toEqual({ [`field-${name}`]: text });
      expect(seen.link(text)).toBe(`#field-${name}`);
      const controls = [...seen.main.all('input'), ...seen.main.all('select')];
      expect(controls.map((one) => one.attribute('id'))).toContain(`field-${name}`);
    });
  });

  inEachLanguage('shows who did what to whom, with the changes and the request', (stage) => {
    const person = row({
      actorId: 'a2',
      actorName: '阿依古丽·买买提',
      subjectType: 'room',
      subjectId: 'r/1',
      subjectLabel: '<script>',
      detail: { nameZh: { from: '甲', to: '乙' } },
      requestId: 'ab12',
    });
    const seen = view(stage, page(stage, [row(), person]));
    expect(seen.heading).toBe(stage.t('audit.title'));
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual(['act', 'subject', 'detail', 'person', 'when'].map((head) => stage.t(`audit.${head}`)));
    const labels = ['person', 'act', 'subject', 'from', 'until'].map((name) => stage.t(`audit.${name}`));
    expect(['person', 'act', 'subject', 'from', 'until'].map((name) => seen.control(name)?.label)).toEqual(labels);
    const moment = stage.translator.format.moment(LOOKED_AT);
    const only = stage.t('audit.only_this');
    const title = actLabel('account.rolesChanged', stage.translator);
    expect(seen.rows).toEqual([
      [title, `l@example.com ${stage.t('subject.account')} · ${only}`, '—', stage.t('actor.system'), moment],
      [
        title,
        `<script> ${stage.t('subject.room')} · ${only}`,
        `${stage.t('detail.nameZh')} 甲 → 乙`,
        '阿依古丽·买买提',
        `${moment} ${stage.t('audit.request', { id: 'ab12' })}`,
      ],
    ]);
    expect(seen.link('l@example.com')).toBe('/office/accounts/a1');
    expect(seen.links(only)).toEqual(['/office/audit?thing=a1', '/office/audit?thing=r%2F1']);
  });

  inEachLanguage('of one subject names it, keeps it while filtering, and links to the whole trail', (stage) => {
    const seen = view(stage, page(stage, [row()], { thing: 'a1', thingLabel: 'l@example.com', filtered: true }));
    expect(seen.words).toContain(stage.t('audit.thing', { label: 'l@example.com' }));
    expect(seen.hidden('thing')).toEqual(['a1']);
    expect(seen.link(stage.t('audit.all'))).toBe('/office/audit');
  });

  inEachLanguage('keeps its filters', (stage) => {
    const typed = { person: '李', act: 'account.rolesChanged', subject: 'B203', from: '2026-03-01', until: '' };
    const { act } = page(stage, []).form;
    const form = formView(AuditFilterForm, stage.translator, { typed, options: { act: act.options } });
    const seen = view(stage, page(stage, [row()], { form, filtered: true }));
    expect(Object.keys(typed).map((name) => seen.control(name)?.value)).toEqual(Object.values(typed));
  });

  inEachLanguage('with invalid days has the fault beside each', (stage) => {
    const faults = [
      { field: 'from', key: 'form.not_a_date', values: {} },
      { field: 'until', key: 'audit.until_before_from', values: {} },
    ];
    const form = formView(AuditFilterForm, stage.translator, { typed: { from: 'x' }, faults });
    const seen = view(stage, page(stage, [], { form, filtered: true }));
    expect(seen.faults).toEqual({
      'field-from': stage.t('form.not_a_date'),
      'field-until': stage.t('audit.until_before_from'),
    });
    expect(seen.control('from')?.value).toBe('x');
    expect(seen.link(stage.t('audit.until_before_from'))).toBe('#field-until');
  });

  inEachLanguage('of several pages links to the next', (stage) => {
    const pages = pagesOf('/office/audit', { page: 1, size: 50, count: 1001 });
    const seen = view(stage, page(stage, [row()], { count: 1001, pages }));
    expect(seen.words).toContain(stage.t('audit.count', { count: 1001 }));
    expect(seen.link(stage.t('list.next'))).toBe('/office/audit?page=2');
  });
});
