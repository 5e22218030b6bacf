import { TrackForm } from '../../../src/courses/web/course.form.js';
import type { TrackFormPage } from '../../../src/courses/web/tracks.controller.js';
import { formView, typedFrom } from '../../../src/platform/index.js';
import { faultsOn, faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

type Track = NonNullable<TrackFormPage['track']>;

const office = { viewer: 'coordinator', path: '/office/tracks' } as const;
const listView = viewOf<{ tracks: readonly Track[]; retired: readonly Track[] }>('courses/tracks/index', office);
const newView = viewOf<TrackFormPage>('courses/tracks/new', office);
const editView = viewOf<TrackFormPage>('courses/tracks/edit', office);
const retirementView = viewOf<{ track: Track; reasons: readonly string[] }>('courses/tracks/retirement', office);

const track: Track = {
  id: 't1',
  code: 'CLOUD',
  nameZh: '云计算',
  nameEn: 'Cloud',
  summaryZh: '',
  summaryEn: '',
  position: 0,
  retiredAt: null,
  courses: 0,
  running: 0,
};

describe('the list of tracks', () => {
  inEachLanguage('that is empty links to the first one', (stage) => {
    const seen = listView(stage, { tracks: [], retired: [] });
    expect(seen.words).toContain(stage.t('track.none'));
    expect(seen.links(stage.t('track.new'))).toEqual(['/office/tracks/new', '/office/tracks/new']);
    expect(seen.sections).toEqual([]);
  });

  inEachLanguage('offers to change those in use, and to restore retired ones', (stage) => {
    const old = { ...track, code: 'OLD', nameEn: '', summaryZh: '旧', courses: 1001, running: 1 };
    const seen = listView(stage, { tracks: [track], retired: [old] });
    expect(seen.rows.map((cells) => cells.slice(0, 3))).toEqual([
      [`${stage.one('云计算', 'Cloud')} CLOUD`, '0', '0'],
      ['云计算 OLD · 旧', stage.translator.format.number(1001), '1'],
    ]);
    expect(seen.links(stage.t('track.edit'))).toEqual(['/office/tracks/CLOUD/edit']);
    expect(seen.links(stage.t('track.retire'))).toEqual(['/office/tracks/CLOUD/retirement']);
    expect(seen.buttons(stage.t('track.bring_back'))).toEqual(['post /office/tracks/OLD/return']);
    expect(seen.sections).toEqual([stage.t('track.retired_list')]);
  });
});

describe('the form of a track', () => {
  const form = (stage: Stage, typed: object = {}) =>
    formView(TrackForm, stage.translator, { typed: typedFrom({ ...typed }) });

  inEachLanguage('that is new begins empty; one that failed has each fault beside its field', (stage) => {
    const seen = newView(stage, { form: form(stage), track: null });
    expect(seen.button(stage.t('track.act_new'))).toBe('post /office/tracks');
    expect(seen.control('nameZh')?.value).toBe('');
    const faulty = faultyIn(form(stage));
    expect(newView(stage, { form: faulty, track: null }).faults).toEqual(faultsOn(faulty));
  });

  inEachLanguage('of an existing one shows its values', (stage) => {
    const seen = editView(stage, { form: form(stage, track), track });
    expect(seen.control('code')?.value).toBe('CLOUD');
    expect(seen.control('position')?.value).toBe('0');
    expect(seen.button(stage.t('track.act_save'))).toBe('post /office/tracks/CLOUD');
  });
});

describe('the retirement of a track', () => {
  inEachLanguage('explains its effect before it is done', (stage) => {
    const seen = retirementView(stage, { track, reasons: [] });
    expect(seen.heading).toBe(stage.t('track.retire_title', { name: stage.one('云计算', 'Cloud') }));
    expect(seen.words).toContain(stage.t('track.retire_text'));
    expect(seen.button(stage.t('track.retire'))).toBe('post /office/tracks/CLOUD/retirement');
  });

  inEachLanguage('that is forbidden gives the reason, links to its courses and has no form', (stage) => {
    const seen = retirementView(stage, { track, reasons: ['Courses are in use'] });
    expect(seen.words).toContain(`${stage.t('track.cannot_retire')} Courses are in use`);
    expect(seen.link(stage.t('track.see_courses'))).toBe('/office/courses?track=CLOUD');
    expect(seen.requests).toEqual([]);
  });
});
