import { ASSESSMENT_KINDS } from '../../../src/attendance/domain/marks.js';
import { AssessmentForm } from '../../../src/attendance/web/attendance.form.js';
import type { ResultsPage } from '../../../src/attendance/web/results.page.js';
import { cellViews, type Sheet, shownScores, typedSheet } from '../../../src/attendance/web/score-sheet.js';
import { formView, instantOf, optionsOf } from '../../../src/platform/index.js';
import { cohortHeaderIn } from '../../support/views/cohort-header.js';
import { faultyIn } from '../../support/views/form-views.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const officeView = viewOf<ResultsPage>('attendance/results/office', { viewer: 'coordinator' });
const teachingView = viewOf<ResultsPage>('attendance/results/teaching', { viewer: 'instructor' });

const people = [{ enrolmentId: 'e1', traineeId: 't1', name: '陈晨', state: 'confirmed', endedAt: null }];
const exam = {
  id: 'x1',
  nameZh: '期末考试',
  nameEn: 'Final exam',
  kind: 'exam',
  weight: 100,
  passScore: 60,
  fullScore: 100,
  position: 1,
};

const scored = (score: number) => ({
  assessmentId: 'x1',
  enrolmentId: 'e1',
  score,
  recordedAt: instantOf('2026-12-31', '23:59'),
  recordedByName: '李静',
});

function page(stage: Stage, sheet: Partial<Sheet> = {}, change: Partial<ResultsPage> = {}): ResultsPage {
  const known = { assessments: [], people: [], results: [], ...sheet };
  const options = { kind: optionsOf(stage.translator, 'assessment.kind', ASSESSMENT_KINDS) };
  return {
    header: cohortHeaderIn(stage),
    root: '/office/cohorts/AZ-104-2026-04',
    assessments: known.assessments.map((one) => ({
      ...one,
      name: stage.one(one.nameZh, one.nameEn),
      kindText: stage.t(`assessment.kind.${one.kind}`),
      isUsed: known.results.length > 0,
    })),
    seen: shownScores(known),
    people: known.people.map((one) => ({
      name: one.name,
      cells: cellViews(one, known, { context: stage.context(), sheet: null }),
    })),
    problems: [],
    form: formView(AssessmentForm, stage.translator, { options }),
    isClosed: false,
    mayAdd: true,
    isAdding: false,
    ...change,
  };
}

const REMOVAL = 'post /office/cohorts/AZ-104-2026-04/assessments/x1/removal';
const removeName = (stage: Stage) => `${stage.t('assessment.remove')} ${stage.one('期末考试', 'Final exam')}`;

describe('the results of a cohort', () => {
  inEachLanguage('without assessments say so, with the form for the first one open', (stage) => {
    const seen = officeView(stage, page(stage, { people }, { isAdding: true }));
    expect(seen.words).toContain(stage.t('assessment.none'));
    expect(seen.main.all('details')[0]?.attribute('open')).not.toBeNull();
    expect(seen.button(stage.t('assessment.add'))).toBe('post /office/cohorts/AZ-104-2026-04/assessments');
    expect(seen.controls('kind').map(({ label }) => label)).toEqual(
      ASSESSMENT_KINDS.map((kind) => stage.t(`assessment.kind.${kind}`)),
    );
  });

  inEachLanguage('with an assessment and nobody enrolled say so; the assessment can be removed', (stage) => {
    const seen = officeView(stage, page(stage, { assessments: [exam] }));
    expect(seen.words).toContain(stage.t('attendance.nobody'));
    expect(seen.main.all('details')[0]?.attribute('open')).toBeNull();
    expect(seen.buttons(removeName(stage)).concat(seen.requests)).toContain(REMOVAL);
  });

  describe.each([
    [0, true],
    [59, true],
    [60, false],
    [100, false],
    [null, false],
  ])('with the score %s', (score, isBelow) => {
    inEachLanguage('show it in a cell labelled by person and assessment, and whether it fails', (stage) => {
      const results = score === null ? [] : [scored(score)];
      const seen = officeView(stage, page(stage, { assessments: [exam], people, results }));
      const [cell] = cellViews(
        people[0]!,
        { assessments: [exam], people, results },
        {
          context: stage.context(),
          sheet: null,
        },
      );
      expect(seen.control(cell!.id)).toMatchObject({
        value: score === null ? '' : String(score),
        label: stage.t('result.cell', { person: '陈晨', assessment: stage.one('期末考试', 'Final exam') }),
      });
      expect(seen.textsOf('score-below')).toHaveLength(isBelow ? 1 : 0);
      expect(seen.requests.includes(REMOVAL)).toBe(score === null);
    });
  });

  inEachLanguage('keep an invalid score, with the fault beside its cell', (stage) => {
    const known = { assessments: [exam], people, results: [] };
    const { id } = cellViews(people[0]!, known, { context: stage.context(), sheet: null })[0]!;
    const sheet = typedSheet({ [id]: '101' }, known);
    const cells = cellViews(people[0]!, known, { context: stage.context(), sheet });
    const text = cells[0]!.error!;
    const problems = [{ text: `陈晨: ${text}`, href: `#${id}` }];
    const seen = officeView(stage, page(stage, known, { people: [{ name: '陈晨', cells }], problems }));
    expect(seen.faults).toEqual({ [id]: text });
    expect(seen.control(id)?.value).toBe('101');
    expect(seen.link(`陈晨: ${text}`)).toBe(`#${id}`);
  });

  describe.each(['60', '600'])('with %s typed over a score that was corrected meanwhile', (typed) => {
    inEachLanguage('keep it, with the present score, who entered it and when beside the cell', (stage) => {
      const was = { assessments: [exam], people, results: [scored(50)] };
      const now = { ...was, results: [scored(85)] };
      const { id } = cellViews(people[0]!, now, { context: stage.context(), sheet: null })[0]!;
      const sheet = typedSheet({ seen: shownScores(was), [id]: typed }, now);
      const cells = cellViews(people[0]!, now, { context: stage.context(), sheet });
      const seen = officeView(stage, page(stage, now, { people: [{ name: '陈晨', cells }] }));
      const at = instantOf('2026-12-31', '23:59');
      const meanwhile = stage.t('refusal.scoreChangedMeanwhile', { now: 85, by: '李静', at, typed });
      expect(seen.faults[id]).toContain(meanwhile);
      expect(seen.control(id)?.value).toBe(typed);
      const hidden = seen.main.all('input').find((one) => one.attribute('name') === 'seen');
      expect(hidden?.attribute('value')).toBe(shownScores(now));
    });
  });

  inEachLanguage('show the corrected score in a cell that was not changed on the page', (stage) => {
    const was = { assessments: [exam], people, results: [scored(50)] };
    const now = { ...was, results: [scored(85)] };
    const { id } = cellViews(people[0]!, now, { context: stage.context(), sheet: null })[0]!;
    const sheet = typedSheet({ seen: shownScores(was), [id]: '50' }, now);
    expect(cellViews(people[0]!, now, { context: stage.context(), sheet })[0]).toMatchObject({
      value: '85',
      error: null,
    });
  });

  inEachLanguage('with a faulty assessment have each fault beside its field', (stage) => {
    const form = faultyIn(page(stage).form);
    const seen = officeView(stage, page(stage, {}, { form, isAdding: true }));
    expect(Object.keys(seen.faults).sort()).toEqual(
      ['fullScore', 'kind', 'nameEn', 'nameZh', 'passScore', 'weight'].map((name) => `field-${name}`),
    );
  });

  inEachLanguage('of a cohort that is over are read-only', (stage) => {
    const header = cohortHeaderIn(stage, { state: 'completed' });
    const closed = { header, isClosed: true, mayAdd: false };
    const seen = officeView(stage, page(stage, { assessments: [exam], people }, closed));
    expect(seen.words).toContain(stage.t('result.closed'));
    expect(
      seen.main.all('input').filter((one) => one.attribute('readonly') === null && one.attribute('type') === 'text'),
    ).toEqual([]);
    for (const act of ['result.save', 'assessment.add', 'completion.act']) {
      expect(seen.button(stage.t(act))).toBeNull();
      expect(seen.link(stage.t(act))).toBeNull();
    }
    expect(seen.requests).not.toContain(REMOVAL);
  });

  inEachLanguage('link the office to the completion, but not an instructor', (stage) => {
    const completion = '/office/cohorts/AZ-104-2026-04/completion';
    expect(officeView(stage, page(stage)).link(stage.t('completion.act'))).toBe(completion);
    const root = '/teaching/cohorts/AZ-104-2026-04';
    const seen = teachingView(stage, page(stage, { assessments: [exam], people }, { root }));
    expect(seen.hrefs).not.toContain(completion);
    expect(seen.link(stage.t('register.back_teaching'))).toBe('/teaching');
    expect(seen.requests.every((request) => request.startsWith(`post ${root}/`))).toBe(true);
    expect(seen.button(stage.t('result.save'))).toBe(`post ${root}/results`);
  });
});
