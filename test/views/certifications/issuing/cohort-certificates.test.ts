import type { CohortCertificatesPage } from '../../../../src/certifications/issuing/web/cohort-certificates.page.js';
import { PLAIN, RICH } from '../../../builders/credentials.js';
import { cohortHeaderIn } from '../../../support/views/cohort-header.js';
import { inEachLanguage, type Stage, viewOf } from '../../../support/views/rendered-view.js';

const view = viewOf<CohortCertificatesPage>('certifications/issuing/cohort/show', { viewer: 'coordinator' });
const ACT = 'post /office/cohorts/AZ-104-2026-04/certificates';

function page(stage: Stage, change: Partial<CohortCertificatesPage> = {}): CohortCertificatesPage {
  return {
    code: 'AZ-104-2026-04',
    header: cohortHeaderIn(stage, { state: 'completed' }),
    facts: null,
    level: null,
    reasons: [],
    ready: [],
    printsResults: false,
    readyCount: 0,
    mailedCount: 0,
    seen: '',
    others: [],
    sampleUrl: null,
    sampleSize: { width: 800, height: 566 },
    numbers: null,
    underWay: null,
    ...change,
  };
}

describe('the certificates of a cohort', () => {
  inEachLanguage('with nobody to give one say so, without a button or a sample', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.words).toContain(stage.t('certificate.ready_none'));
    expect(seen.requests).toEqual([]);
    expect(seen.main.all('img')).toEqual([]);
    expect(seen.facts).toEqual({});
    expect(seen.sections).not.toContain(stage.t('certificate.others'));
    expect(seen.link(stage.t('certificate.all_of_cohort'))).toBe('/office/certificates?cohort=AZ-104-2026-04');
  });

  describe.each([1, 40])('for %d people', (count) => {
    inEachLanguage('show whose they are, a sample, and what the button does', (stage) => {
      const one = { name: '长'.repeat(100), latinName: null, email: null, completedOn: null, results: [] };
      const full = { ...one, name: '李雷', latinName: 'Li Lei', email: 'l@example.com', completedOn: '2026-03-02' };
      const ready = [one, ...Array.from({ length: count - 1 }, () => full)];
      const known = {
        facts: PLAIN,
        ready,
        readyCount: count,
        mailedCount: count - 1,
        sampleUrl: 'data:image/svg+xml,x',
      };
      const seen = view(stage, page(stage, known));
      expect(seen.rows[0]).toEqual(['长'.repeat(100), '', '', '']);
      expect(seen.words).toContain(stage.t('certificate.issue_consequence', { mailed: count - 1 }));
      expect(seen.button(stage.t('certificate.issue_act', { count }))).toBe(ACT);
      expect(seen.main.all('img')[0]?.attribute('alt')).toBe(stage.t('certificate.sample'));
      expect(seen.facts[stage.t('certificate.achievement')]).toContain(PLAIN.achievement.nameZh);
    });
  });

  inEachLanguage('show the completion date and the printed results of each person', (stage) => {
    const attendance = { nameZh: '出勤率', nameEn: 'Attendance', value: '92 %' };
    const exam = { nameZh: '理论考试', nameEn: 'Theory exam', value: '88' };
    const one = { name: '李雷', latinName: null, email: null, completedOn: '2026-03-02', results: [attendance, exam] };
    const ready = [one, { ...one, name: '韩梅梅', results: [{ ...exam, value: '41' }] }];
    const seen = view(stage, page(stage, { facts: PLAIN, ready, printsResults: true, readyCount: 2 }));
    const { day } = stage.translator.format;
    expect(seen.rows.map((cells) => cells.slice(3))).toEqual([
      [day('2026-03-02'), stage.one('出勤率 92 % 理论考试 88', 'Attendance 92 % Theory exam 88')],
      [day('2026-03-02'), stage.one('理论考试 41', 'Theory exam 41')],
    ]);
  });

  describe.each(['2027-01-01', null])('that hold until %s', (expiresOn) => {
    inEachLanguage('say so', (stage) => {
      const said = view(stage, page(stage, { facts: { ...PLAIN, expiresOn } })).facts[
        stage.t('certificate.expires_on')
      ];
      const { day } = stage.translator.format;
      expect(said).toBe(expiresOn === null ? stage.t('certificate.never_expires') : day(expiresOn));
    });
  });

  inEachLanguage('show everything that is signed alike for all, in both languages', (stage) => {
    const seen = view(stage, page(stage, { facts: RICH, level: stage.t('certificate.level_associate') }));
    const fact = (name: string) => seen.facts[stage.t(`certificate.${name}`)];
    const { achievement, course, cohort, issuer } = RICH;
    for (const [name, ...said] of [
      ['achievement', achievement.nameZh, achievement.nameEn, achievement.code, String(achievement.version)],
      ['level', stage.t('certificate.level_associate')],
      ['skills', achievement.skills![0]!.nameZh, achievement.skills![0]!.nameEn],
      ['criteria', achievement.criteriaZh, achievement.criteriaEn],
      ['course', course.titleZh, course.titleEn, course.code],
      ['hours', String(course.hours)],
      ['cohort', cohort.code],
      ['issuer', issuer.nameZh, issuer.nameEn],
    ] as const)
      for (const text of said) expect(fact(name)).toContain(text);
  });

  describe.each(['criteriaZh', 'criteriaEn'] as const)('with %s only', (name) => {
    inEachLanguage('show them', (stage) => {
      const achievement = { ...RICH.achievement, criteriaZh: '', criteriaEn: '', [name]: '出勤 and exam' };
      const seen = view(stage, page(stage, { facts: { ...RICH, achievement } }));
      expect(seen.facts[stage.t('certificate.criteria')]).toBe('出勤 and exam');
    });
  });

  inEachLanguage('show how they are numbered', (stage) => {
    const seen = view(stage, page(stage, { facts: PLAIN, numbers: 'JNIT-2026-######-?' }));
    expect(seen.facts[stage.t('certificate.number_shape')]).toBe('JNIT-2026-######-?');
  });

  inEachLanguage('that cannot be issued say why', (stage) => {
    const seen = view(stage, page(stage, { reasons: ['No template', 'Not completed'] }));
    expect(seen.words).toContain(`${stage.t('certificate.cannot_issue')} No template Not completed`);
    expect(seen.requests).toEqual([]);
  });

  inEachLanguage('that are being issued lead there', (stage) => {
    const seen = view(stage, page(stage, { underWay: 'i1' }));
    expect(seen.link(stage.t('issuance.see'))).toBe('/office/issuances/i1');
  });

  inEachLanguage('name those who get none, every reason, and a certificate that they have', (stage) => {
    const others = [
      { name: '甲', why: ['Reason 1', 'Reason 2'], certificate: null },
      { name: '乙', why: ['Has one'], certificate: { id: 'z1', number: 'JN-2026-00001-K' } },
    ];
    const seen = view(stage, page(stage, { others }));
    expect(seen.textsOf('reason')).toEqual(['Reason 1', 'Reason 2', 'Has one']);
    expect(seen.rows.map((cells) => cells[2])).toEqual(['', 'JN-2026-00001-K']);
    expect(seen.link('JN-2026-00001-K')).toBe('/office/certificates/z1');
  });
});
