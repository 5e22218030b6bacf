import { formView, type TypedValues } from '../../../../src/platform/index.js';
import type {
  InstructorRow,
  QualificationOfInstructor,
} from '../../../../src/scheduling/core/data/resource-queries.js';
import {
  type InstructorPage,
  instructorView,
  qualificationView,
} from '../../../../src/scheduling/resources/web/instructor.page.js';
import { QualificationForm } from '../../../../src/scheduling/resources/web/instructor.form.js';
import { faultsOn, faultyIn } from '../../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';
import {
  A_FEED,
  aheadCells,
  availabilityIn,
  DOTTED,
  hitsIn,
  NO_FEED,
  SCRIPT,
  sessionsIn,
  stripIn,
  TODAY,
} from './resource-models.js';
import { headFaults } from './table-heads.js';
import { FULL_INSTRUCTOR, instructorRow } from './resource-rows.js';

const view = viewOf<InstructorPage>('scheduling/resources/instructors/show', {
  viewer: 'administrator',
  path: '/office/instructors',
});

describe('an instructor', () => {
  const courses = [{ value: 'k1', label: `AZ-104 ${SCRIPT}` }];
  function page(stage: Stage, one: InstructorRow, change: Partial<InstructorPage> = {}): InstructorPage {
    return {
      instructor: instructorView(stage.translator, one),
      strip: stripIn(stage),
      qualifications: [],
      availability: availabilityIn(stage, 'instructor'),
      mayChange: true,
      sessions: [],
      feed: NO_FEED,
      form: formView(QualificationForm, stage.translator, { options: { courseId: courses } }),
      refusals: [],
      ...change,
    };
  }
  function qualification(stage: Stage, change: Partial<QualificationOfInstructor>) {
    const known = { id: 'q1', instructorId: 'i1', courseId: 'k1', validFrom: null, validUntil: null };
    const held = { ...known, course: 'AZ-104', titleZh: 'Azure 管理员', titleEn: 'Azure administrator', ...change };
    return qualificationView(stage.translator, held, TODAY);
  }

  inEachLanguage('of whom little is known says so, and leads to everything that can be done', (stage) => {
    const seen = view(stage, page(stage, instructorRow()));
    expect(seen.heading).toBe(DOTTED);
    expect(seen.textsOf('over')).toEqual([]);
    const nothing = stage.t('layout.nothing');
    expect(seen.facts).toEqual({
      [stage.t('instructor.email')]: nothing,
      [stage.t('instructor.phone')]: nothing,
      [stage.t('instructor.account')]: nothing,
      [stage.t('instructor.most_a_day')]: nothing,
      [stage.t('instructor.most_a_week')]: nothing,
    });
    for (const key of ['availability.always.instructor', 'availability.none_ahead.instructor', 'qualification.none'])
      expect(seen.words).toContain(stage.t(key));
    expect(seen.words).toContain(stage.t('session.none_ahead'));
    expect(seen.link(stage.t('instructor.change'))).toBe('/office/instructors/i1/edit');
    expect(seen.button(stage.t('instructor.retire'))).toBe('post /office/instructors/i1/retirement');
    expect(seen.link(stage.t('availability.change_hours'))).toBe('/office/instructors/i1/hours');
    expect(seen.link(stage.t('availability.declare.instructor'))).toBe('/office/instructors/i1/unavailability');
    expect(seen.button(stage.t('qualification.add'))).toBe('post /office/instructors/i1/qualifications');
    expect(seen.control('courseId')?.options).toEqual([stage.t('form.choose'), `AZ-104 ${SCRIPT}`]);
    expect(seen.button(stage.t('feed.make'))).toBe('post /office/feeds/instructor/i1');
    expect(seen.textsOf('prose')).toEqual([]);
  });

  inEachLanguage('who left says so, has everything that is known, and can come back', (stage) => {
    const seen = view(stage, page(stage, FULL_INSTRUCTOR, { feed: A_FEED, sessions: sessionsIn(stage) }));
    expect(seen.heading).toBe(stage.one('王海涛', 'L'.repeat(100)));
    expect(seen.textsOf('over')).toEqual([stage.one('L'.repeat(100), '王海涛')]);
    expect(seen.textsOf('callout')).toEqual([stage.t('instructor.retired_text')]);
    expect(seen.button(stage.t('instructor.return'))).toBe('post /office/instructors/i2/return');
    expect(seen.button(stage.t('instructor.retire'))).toBeNull();
    expect(seen.facts).toMatchObject({
      [stage.t('instructor.account')]: 'wang@accounts.example',
      [stage.t('instructor.most_a_day')]: stage.t('instructor.hours', { count: 1 }),
      [stage.t('instructor.most_a_week')]: stage.t('instructor.hours', { count: 40.5 }),
    });
    expect(seen.textsOf('prose')).toEqual([SCRIPT]);
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual(sessionsIn(stage).map((one) => aheadCells(stage, one)));
    expect(seen.button(stage.t('feed.replace'))).toBe('post /office/feeds/instructor/i2');
  });

  inEachLanguage('shows each qualification with its days and whether it holds today', (stage) => {
    const qualifications = [
      qualification(stage, {}),
      qualification(stage, { id: 'q2', course: 'AZ-500', titleZh: SCRIPT, titleEn: SCRIPT, validUntil: '2026-03-09' }),
      qualification(stage, { id: 'q3', validFrom: '2026-03-11' }),
      qualification(stage, { id: 'q4', validFrom: TODAY, validUntil: TODAY }),
    ];
    const seen = view(stage, page(stage, instructorRow(), { qualifications }));
    const azure = `${stage.one('Azure 管理员', 'Azure administrator')}AZ-104`;
    const withdraw = (course: string) => `${stage.t('qualification.withdraw')} ${course}`;
    expect(headFaults(seen)).toEqual([]);
    expect(seen.rows).toEqual([
      [azure, stage.t('qualification.always'), stage.t('qualification.state_valid'), withdraw('AZ-104')],
      [
        `${SCRIPT}AZ-500`,
        stage.t('qualification.until', { until: '2026-03-09' }),
        stage.t('qualification.state_expired'),
        withdraw('AZ-500'),
      ],
      [
        azure,
        stage.t('qualification.from', { from: '2026-03-11' }),
        stage.t('qualification.state_pending'),
        withdraw('AZ-104'),
      ],
      [
        azure,
        stage.t('qualification.between', { from: TODAY, until: TODAY }),
        stage.t('qualification.state_valid'),
        withdraw('AZ-104'),
      ],
    ]);
    expect(seen.button(withdraw('AZ-500'))).toBe('post /office/instructors/i1/qualifications/q2/withdrawal');
    expect(seen.words).not.toContain(stage.t('qualification.none'));
  });

  inEachLanguage('is only looked at by those who may not change instructors', (stage) => {
    const qualifications = [qualification(stage, {})];
    const seen = view(stage, page(stage, instructorRow(), { qualifications, mayChange: false }), {
      viewer: 'coordinator',
    });
    expect(seen.rows[0]?.[3]).toBe('');
    expect(seen.sections).not.toContain(stage.t('qualification.new'));
    expect(seen.requests).toEqual(['post /office/feeds/instructor/i1']);
    expect(seen.link(stage.t('instructor.change'))).toBeNull();
    expect(seen.link(stage.t('availability.change_hours'))).toBe('/office/instructors/i1/hours');
  });

  inEachLanguage('whose qualification was not recorded has each fault beside its field', (stage) => {
    const typed: TypedValues = { courseId: 'k1', validFrom: '31.12.', validUntil: SCRIPT };
    const form = faultyIn(formView(QualificationForm, stage.translator, { typed, options: { courseId: courses } }));
    const seen = view(stage, page(stage, instructorRow(), { form }));
    expect(seen.faults).toEqual(faultsOn(form));
    const names = ['courseId', 'validFrom', 'validUntil'];
    expect(names.map((name) => seen.control(name)?.value)).toEqual(['k1', '31.12.', SCRIPT]);
    expect(seen.textsOf('problems-title')).toEqual([stage.t('form.problems', { count: 3 })]);
  });

  inEachLanguage('who cannot leave yet says why, beside the sessions to be repaired', (stage) => {
    const availability = availabilityIn(stage, 'instructor', { hits: hitsIn(stage) });
    const seen = view(stage, page(stage, instructorRow(), { refusals: [SCRIPT], availability }));
    const [why, hits = ''] = seen.textsOf('callout');
    expect(why).toBe(`${stage.t('layout.blockers', { count: 1 })} ${SCRIPT}`);
    expect(hits).toContain(stage.t('availability.hit_text.instructor'));
    expect(seen.link(stage.t('availability.repair'))).toBe('/office/repairs/new?room=r1');
  });
});
