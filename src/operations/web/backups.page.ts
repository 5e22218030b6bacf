import { definePage, type RequestContext } from '../../platform/index.js';
import type { BackupRunRow } from '../data/backup-runs.js';
import type { BackupStanding } from '../domain/schedule.js';

interface RunView {
  readonly startedAt: number;
  readonly state: BackupRunRow['state'];
  readonly badge: string;
  readonly stateWord: string;
  readonly tookWord: string | null;
  readonly sizeWord: string | null;
  readonly file: string;
  readonly fault: string | null;
  readonly removedWord: string | null;
}

export interface BackupsPage {
  readonly isOff: boolean;
  readonly hasFailed: boolean;
  readonly isOverdue: boolean;
  readonly fault: string | null;
  readonly lastGoodAt: number | null;
  readonly lastGoodFile: string | null;
  readonly dir: string;
  readonly at: string;
  readonly keepWord: string;
  readonly keyWord: string;
  readonly runs: readonly RunView[];
}

export const backupsPage = definePage<BackupsPage>('operations/backups/index');

const BADGES: Readonly<Record<BackupRunRow['state'], string>> = { running: 'inProgress', done: 'good', failed: 'bad' };

export function standingFlags(standing: BackupStanding): Pick<BackupsPage, 'isOff' | 'hasFailed' | 'isOverdue'> {
  return { isOff: standing === 'off', hasFailed: standing === 'failed', isOverdue: standing === 'overdue' };
}

export function runView(
  { startedAt, endedAt, state, file, bytes, fault, removed }: BackupRunRow,
  { translator }: RequestContext,
): RunView {
  return {
    startedAt,
    state,
    file,
    fault,
    badge: BADGES[state],
    stateWord: translator.t(`backup.state.${state}`),
    tookWord:
      endedAt === null ? null : translator.t('backup.seconds', { count: Math.ceil((endedAt - startedAt) / 1000) }),
    sizeWord: bytes === null ? null : translator.t('backup.megabytes', { count: Math.max(1, Math.round(bytes / 1e6)) }),
    removedWord: removed === null || removed === 0 ? null : translator.t('backup.removed', { count: removed }),
  };
}
