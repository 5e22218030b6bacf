import type { BackupRunRow } from '../../../src/operations/data/backup-runs.js';
import { type BackupsPage, runView, standingFlags } from '../../../src/operations/web/backups.page.js';
import { inEachLanguage, LOOKED_AT, type Stage, viewOf } from '../../support/views/rendered-view.js';

const view = viewOf<BackupsPage>('operations/backups/index', { viewer: 'administrator', path: '/office/backups' });

const done: BackupRunRow = {
  id: 'r1',
  state: 'done',
  startedAt: LOOKED_AT,
  aliveAt: LOOKED_AT,
  endedAt: LOOKED_AT + 1,
  file: 'academy-2026-03-10.tar',
  bytes: 1,
  removed: 0,
  fault: null,
};

function page(
  stage: Stage,
  standing: Parameters<typeof standingFlags>[0],
  { runs = [], ...change }: Partial<Omit<BackupsPage, 'runs'>> & { runs?: readonly BackupRunRow[] } = {},
): BackupsPage {
  return {
    ...standingFlags(standing),
    fault: null,
    lastGoodAt: null,
    lastGoodFile: null,
    dir: '/var/<backups>',
    at: '03:30',
    keepWord: stage.t('backup.keep_text', { daily: 7, weekly: 4, monthly: 12 }),
    keyWord: stage.t('backup.key_text', { fingerprint: 'ab12' }),
    runs: runs.map((run) => runView(run, stage.context())),
    ...change,
  };
}

describe('the backups', () => {
  inEachLanguage('that are not scheduled say so, without details of settings', (stage) => {
    const seen = view(stage, page(stage, 'off'));
    expect(seen.words).toContain(stage.t('backup.off_text'));
    expect(seen.facts).toEqual({
      [stage.t('backup.last_good')]: stage.t('backup.never'),
      [stage.t('backup.key')]: stage.t('backup.key_text', { fingerprint: 'ab12' }),
    });
    expect(seen.words).not.toContain(stage.t('backup.none'));
    expect(seen.textsOf('callout')).toHaveLength(1);
  });

  inEachLanguage('before the first one show when it starts', (stage) => {
    const seen = view(stage, page(stage, 'good'));
    expect(seen.words).toContain(stage.t('backup.none_text'));
    expect(seen.facts[stage.t('backup.at')]).toBe('03:30');
    expect(seen.facts[stage.t('backup.folder')]).toBe('/var/<backups>');
    expect(seen.facts[stage.t('backup.keep')]).toBe(stage.t('backup.keep_text', { daily: 7, weekly: 4, monthly: 12 }));
    expect(seen.textsOf('callout')).toEqual([]);
  });

  inEachLanguage('that failed give the reason', (stage) => {
    const fault = 'ENOSPC: <no space>';
    const failed = { ...done, state: 'failed', bytes: null, fault } as const;
    const seen = view(stage, page(stage, 'failed', { fault, lastGoodAt: LOOKED_AT, runs: [failed] }));
    expect(seen.textsOf('callout')).toEqual([`${stage.t('backup.failed')} ${stage.t('backup.failed_text')} ${fault}`]);
    expect(seen.facts[stage.t('backup.last_good')]).toBe(stage.translator.format.moment(LOOKED_AT));
    expect(seen.rows[0]?.[4]).toBe(`academy-2026-03-10.tar ${fault}`);
  });

  inEachLanguage('that are overdue say so', (stage) => {
    const seen = view(stage, page(stage, 'overdue'));
    expect(seen.textsOf('callout-warning')).toEqual([`${stage.t('backup.overdue')} ${stage.t('backup.overdue_text')}`]);
  });

  inEachLanguage('list the result of each', (stage) => {
    const running = { ...done, state: 'running', endedAt: null, bytes: null } as const;
    const large = { ...done, endedAt: LOOKED_AT + 3_600_000, bytes: 2_000_400_000, removed: 2 };
    const seen = view(stage, page(stage, 'good', { runs: [running, done, large] }));
    const moment = stage.translator.format.moment(LOOKED_AT);
    const { file } = done;
    expect(
      seen.main
        .all('thead')[0]
        ?.all('th')
        .map(({ text }) => text),
    ).toEqual(['started', 'state', 'took', 'size', 'file'].map((head) => stage.t(`backup.${head}`)));
    expect(seen.rows).toEqual([
      [moment, stage.t('backup.state.running'), '—', '—', file],
      [moment, stage.t('backup.state.done'), stage.one('1 秒', '1 second'), stage.one('1 兆字节', '1 megabyte'), file],
      [
        moment,
        stage.t('backup.state.done'),
        stage.t('backup.seconds', { count: 3600 }),
        stage.t('backup.megabytes', { count: 2000 }),
        `${file} ${stage.t('backup.removed', { count: 2 })}`,
      ],
    ]);
  });
});
