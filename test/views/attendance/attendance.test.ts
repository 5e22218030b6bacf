import type { AttendancePage } from '../../../src/attendance/web/attendance.controller.js';
import { cohortHeaderIn } from '../../support/views/cohort-header.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

type Cell = AttendancePage['legend'][number];

const view = viewOf<AttendancePage>('attendance/attendance/index', { viewer: 'coordinator' });
const SHAPES = ['present', 'late', 'excused', 'absent', 'expected', 'ahead'] as const;
const cell = (stage: Stage, shape: Cell['shape']): Cell => ({
  shape,
  short: stage.t(`attendance.short_${shape}`),
  label: stage.t(`attendance.cell_${shape}`),
});

function page(stage: Stage, change: Partial<AttendancePage> = {}): AttendancePage {
  const legend = SHAPES.map((shape) => cell(stage, shape));
  return { header: cohortHeaderIn(stage), least: 80, columns: [], people: [], legend, ...change };
}

const person = (change: Partial<AttendancePage['people'][number]> = {}) => ({
  name: '陈晨',
  cells: [],
  share: null,
  enough: true,
  ...change,
});

describe('the attendance of a cohort', () => {
  inEachLanguage('with nobody enrolled links to the roster', (stage) => {
    const seen = view(stage, page(stage));
    expect(seen.words).toContain(stage.t('attendance.nobody'));
    expect(seen.link(stage.t('attendance.see_roster'))).toBe('/office/cohorts/AZ-104-2026-04/roster');
    expect(seen.rows).toEqual([]);
  });

  inEachLanguage('without sessions links to scheduling', (stage) => {
    const seen = view(stage, page(stage, { people: [person()] }));
    expect(seen.words).toContain(stage.t('attendance.no_sessions'));
    expect(seen.link(stage.t('attendance.schedule'))).toBe('/office/cohorts/AZ-104-2026-04/sessions');
  });

  inEachLanguage('has a column for each session, with a link to its register once it has begun', (stage) => {
    const columns = [
      { id: 's1', n: 1, date: '2026-12-31', isOpen: true, share: 0 },
      { id: 's2', n: 2, date: '2027-01-01', isOpen: false, share: null },
    ];
    const cells = [cell(stage, 'absent'), cell(stage, 'ahead')];
    const seen = view(stage, page(stage, { columns, people: [person({ cells, share: 0, enough: false })] }));
    expect(seen.link(stage.t('attendance.session', { n: 1 }))).toBe('/sessions/s1/register');
    expect(seen.link(stage.t('attendance.session', { n: 2 }))).toBeNull();
    const zero = stage.translator.format.percent(0);
    expect(seen.rows).toEqual([
      [
        '陈晨',
        `${zero} ${stage.t('attendance.too_low')}`,
        ...cells.map(({ short, label: said }) => `${short} ${said}`),
      ],
    ]);
    expect(seen.main.all('tfoot')[0]?.text).toBe(`${stage.t('attendance.came')} ${zero} –`);
    expect(seen.words).toContain(stage.t('attendance.lead', { least: 80 }));
  });

  describe.each([
    [null, true, false],
    [0.8, true, false],
    [0.799, false, true],
    [1, true, false],
  ])('with the share %s of one person', (share, enough, warns) => {
    inEachLanguage('shows it in percent, and whether it is too low', (stage) => {
      const columns = [{ id: 's1', n: 1, date: '2026-03-09', isOpen: true, share: 1 }];
      const people = [person({ share, enough, cells: [cell(stage, 'none')] })];
      const said = view(stage, page(stage, { columns, people })).rows[0]![1]!;
      expect(said).toContain(share === null ? '–' : stage.translator.format.percent(share));
      expect(said.includes(stage.t('attendance.too_low'))).toBe(warns);
    });
  });

  inEachLanguage('explains every sign', (stage) => {
    const columns = [{ id: 's1', n: 1, date: '2026-03-09', isOpen: true, share: 1 }];
    const seen = view(stage, page(stage, { columns, people: [person({ cells: [cell(stage, 'late')] })] }));
    for (const shape of SHAPES)
      expect(seen.textsOf('presence-legend')[0]).toContain(stage.t(`attendance.cell_${shape}`));
  });
});
