import { formView, typedFrom } from '../../../../src/platform/index.js';
import type { InstructorRow } from '../../../../src/scheduling/core/data/resource-queries.js';
import { type InstructorsPage, instructorView } from '../../../../src/scheduling/resources/web/instructor.page.js';
import type { InstructorFormPage } from '../../../../src/scheduling/resources/web/instructors.controller.js';
import { InstructorForm } from '../../../../src/scheduling/resources/web/instructor.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import { DOTTED, requiredOn, SCRIPT, stripIn, titleOf } from './resource-models.js';
import { headFaults } from './table-heads.js';
import { FULL_INSTRUCTOR, instructorRow } from './resource-rows.js';

const office = { viewer: 'administrator', path: '/office/instructors' } as const;
const listView = viewOf<InstructorsPage>('scheduling/resources/instructors/index', office);
const formPageView = viewOf<InstructorFormPage>('scheduling/resources/instructors/edit', office);

describe('the list of instructors', () => {
  function page(
    stage: Stage,
    rows: readonly (readonly [InstructorRow, string[]])[],
    change: Partial<InstructorsPage> = {},
  ): InstructorsPage {
    return {
      instructors: rows.map(([one, courses]) => ({
        ...instructorView(stage.translator, one),
        courses,
        strip: stripIn(stage),
      })),
      found: rows.length,
      q: '',
      courses: [{ value: 'AZ-104', label: 'AZ-104', selected: false }],
      retiredToo: false,
      filtered: false,
      allLeft: false,
      mayChange: true,
      ...change,
    };
  }

  inEachLanguage('that is empty leads to the first one, for those who may add one', (stage) => {
    const seen = listView(stage, page(stage, []));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('instructor.none')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('instructor.none_text')]);
    expect(seen.links(stage.t('instructor.new'))).toEqual(['/office/instructors/new', '/office/instructors/new']);
    const others = listView(stage, page(stage, [], { mayChange: false }), { viewer: 'coordinator' });
    expect(others.hrefs).not.toContain('/office/instructors/new');
    expect(others.textsOf('empty-title')).toEqual([stage.t('instructor.none')]);
    expect(others.textsOf('empty-text')).toEqual([stage.t('instructor.none_text')]);
  });

  inEachLanguage('of whom each has left says so and leads to them', (stage) => {
    const seen = listView(stage, page(stage, [], { allLeft: true }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('instructor.all_left')]);
    expect(seen.link(stage.t('instructor.show_left'))).toBe('/office/instructors?retired=1');
  });

  inEachLanguage('filtered without result keeps the filters and leads to all', (stage) => {
    const courses = [{ value: 'AZ-104', label: 'AZ-104', selected: true }];
    const seen = listView(stage, page(stage, [], { q: SCRIPT, courses, retiredToo: true, filtered: true }));
    expect(seen.textsOf('empty-title')).toEqual([stage.t('list.nothing_found')]);
    expect(seen.textsOf('empty-text')).toEqual([stage.t('list.nothing_found_text')]);
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/instructors', '/office/instructors']);
    expect(seen.control('q')?.value).toBe(SCRIPT);
    expect(seen.control('course')).toMatchObject({ value: 'AZ-104', label: stage.t('instructor.qualified_for') });
    expect(seen.control('retired')).toMatchObject({ isChosen: true, label: stage.t('instructor.retired_too') });
  });

  inEachLanguage('shows one with the least, and one who left with everything', (stage) => {
    const seen = listView(
      stage,
      page(stage, [
        [instructorRow(), []],
        [FULL_INSTRUCTOR, ['AZ-104', 'AZ-900']],
      ]),
    );
    const strip = expect.any(String) as string;
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [DOTTED, stage.t('instructor.no_qualification'), stage.t('layout.nothing'), strip],
      [
        `${stage.one(`王海涛 ${'L'.repeat(100)}`, `${'L'.repeat(100)} 王海涛`)} ${stage.t('instructor.is_retired')}`,
        'AZ-104 AZ-900',
        `${'wang'.repeat(20)}@academy.example`,
        strip,
      ],
    ]);
    expect(seen.link(DOTTED)).toBe('/office/instructors/i1');
    expect(seen.words).toContain(stage.t('instructor.count', { count: 2 }));
    expect(seen.words).toContain(stage.t('timetable.use_legend'));
  });
});

describe('the form of an instructor', () => {
  function page(stage: Stage, one: InstructorRow | null, typed = {}): InstructorFormPage {
    const known = one === null ? {} : { ...one, mostHoursADay: 1, mostHoursAWeek: 41 };
    return {
      instructor: one && instructorView(stage.translator, one),
      form: formView(InstructorForm, stage.translator, { typed: typedFrom({ ...known, ...typed }) }),
    };
  }

  inEachLanguage('that is new begins empty, and only the name is asked for', (stage) => {
    const seen = formPageView(stage, page(stage, null));
    expect(seen.heading).toBe(stage.t('instructor.new'));
    expect(titleOf(seen)).toBe(stage.t('instructor.form_title'));
    expect(seen.button(stage.t('instructor.add'))).toBe('post /office/instructors');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/instructors');
    expect(requiredOn(seen)).toEqual(['name']);
    expect(seen.textsOf('field-hint').at(-1)).toContain(stage.one('写明理由破例', 'an override with a reason'));
  });

  inEachLanguage('of one on record shows what is known', (stage) => {
    const seen = formPageView(stage, page(stage, FULL_INSTRUCTOR));
    const names = ['name', 'latinName', 'phone', 'accountEmail', 'bioZh', 'bioEn', 'mostHoursADay', 'mostHoursAWeek'];
    expect(names.map((name) => seen.control(name)?.value)).toEqual([
      ...['王海涛', 'L'.repeat(100), '138 0000 0000', 'wang@accounts.example', SCRIPT, '', '1', '41'],
    ]);
    expect(seen.heading).toBe(stage.one('王海涛', 'L'.repeat(100)));
    expect(seen.button(stage.t('instructor.save'))).toBe('post /office/instructors/i2');
    expect(seen.link(stage.t('form.cancel'))).toBe('/office/instructors/i2');
  });

  inEachLanguage('that failed keeps what was typed, with each fault beside its field', (stage) => {
    const typed = { name: '', email: 'nobody', mostHoursADay: '25', bioEn: SCRIPT };
    const { instructor, form } = page(stage, instructorRow(), typed);
    const faulty = faultyIn(form);
    const seen = formPageView(stage, { instructor, form: faulty });
    expect(seen.faults).toEqual(faultsOn(faulty));
    for (const [name, value] of Object.entries(typed)) expect(seen.control(name)?.value).toBe(value);
    expect(seen.sections[0]).toBe(stage.t('form.problems', { count: 9 }));
  });
});
