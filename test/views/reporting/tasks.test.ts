import { pagesOf } from '../../../src/platform/index.js';
import type { TasksPage } from '../../../src/reporting/web/tasks.controller.js';
import { inEachLanguage, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<TasksPage>('reporting/tasks/index', { viewer: 'coordinator', path: '/office/tasks' });

/** Each kind, with all values that its messages may need. */
const KINDS = [
  'register_record',
  'decision',
  'shutOut',
  'staffing',
  'declined',
  'register',
  'waitlist',
  'completion',
  'certificates',
  'backup',
  'employerSearch',
];
const AT = Date.UTC(2026, 2, 9);
const VALUES = {
  ...{ number: 1, count: 1, confirmed: 0, least: 1001, noRoom: 1, noInstructor: 0, expected: 20, waiting: 2, free: 1 },
  ...{ foundAt: AT, startsAt: AT, lastAt: AT, startsOn: '2026-03-09', endsOn: '2026-03-09', completedOn: '2026-03-09' },
  ...{
    instructorZh: '阿依古丽·买买提',
    instructorEn: 'Ayi',
    reason: '<假>',
    by: 'Li',
    said: '<b>',
    since: '2026-03-09',
  },
  ...{ fault: 'ENOSPC', misses: 9, withheld: 3 },
};

function page(stage: Stage, kinds: readonly string[], change: Partial<TasksPage> = {}): TasksPage {
  return {
    q: '',
    kinds: KINDS.map((kind) => {
      const label = stage.t('task.kind_counted', { kind: stage.t(`task.kind_${kind}`), count: 1001 });
      return { value: kind, label, selected: kind === 'backup' };
    }),
    filtered: false,
    count: kinds.length,
    tasks: kinds.map((kind) => ({
      href: `/office/${kind}`,
      what: stage.t(`task.${kind}.what`, VALUES),
      why: stage.t(`task.${kind}.why`, VALUES),
      kindWord: stage.t(`task.kind_${kind}`),
      nextWord: stage.t(`task.${kind}.next`),
      about: '长'.repeat(200),
      code: kind === 'backup' ? '' : 'AZ-1',
      due: '2026-03-09',
      dueState: 'warning',
      dueWord: stage.t('task.due_late', { count: 1 }),
    })),
    pages: pagesOf('/office/tasks', { page: 1, size: 25, count: kinds.length }),
    ...change,
  };
}

describe('the tasks', () => {
  inEachLanguage('say so if there are none', (stage) => {
    const seen = view(stage, page(stage, []));
    expect(seen.words).toContain(stage.t('task.none_text'));
    expect(seen.link(stage.t('task.to_today'))).toBe('/office');
  });

  inEachLanguage('without matches link to all, and keep the filters', (stage) => {
    const seen = view(stage, page(stage, [], { filtered: true, q: '<谁>' }));
    expect(seen.words).toContain(stage.t('list.nothing_found'));
    expect(seen.links(stage.t('list.clear'))).toEqual(['/office/tasks', '/office/tasks']);
    expect([seen.control('q')?.value, seen.control('kind')?.value]).toEqual(['<谁>', 'backup']);
  });

  describe.each(KINDS)('of kind %s', (kind) => {
    inEachLanguage('show what, why, until when and the next step', (stage) => {
      const seen = view(stage, page(stage, [kind]));
      const what = stage.t(`task.${kind}.what`, VALUES);
      const next = stage.t(`task.${kind}.next`);
      const code = kind === 'backup' ? '' : 'AZ-1';
      const about = `${code === '' ? '' : `${code} · `}${'长'.repeat(200)}`;
      expect(seen.rows).toEqual([
        [
          `${what} ${about} ${stage.t(`task.${kind}.why`, VALUES)}`,
          stage.t(`task.kind_${kind}`),
          `${stage.translator.format.day('2026-03-09')} ${stage.t('task.due_late', { count: 1 })}`,
          `${next} ${code}`.trim(),
        ],
      ]);
      expect([seen.link(what), seen.link(`${next} ${code}`.trim())]).toEqual([`/office/${kind}`, `/office/${kind}`]);
    });
  });

  const DUE = [
    ['late', 'warning', 1],
    ['today', 'pending', 0],
    ['soon', 'info', 7],
    ['later', 'off', 1001],
  ] as const;
  describe.each(DUE)('due %s', (tone, dueState, count) => {
    inEachLanguage('show how soon', (stage) => {
      const { tasks, ...rest } = page(stage, ['decision']);
      const dueWord = stage.t(`task.due_${tone}`, { count });
      const seen = view(stage, { ...rest, tasks: tasks.map((task) => ({ ...task, dueState, dueWord })) });
      expect(seen.textsOf(`badge-${dueState}`)).toEqual([dueWord]);
    });
  });

  inEachLanguage('of several pages link to the next', (stage) => {
    const pages = pagesOf('/office/tasks', { page: 1, size: 25, count: 1001 });
    const seen = view(stage, page(stage, ['decision'], { count: 1001, pages }));
    expect(seen.words).toContain(stage.t('task.count', { count: 1001 }));
    expect(seen.link(stage.t('list.next'))).toBe('/office/tasks?page=2');
  });
});
