import { resolve } from 'node:path';
import type { ReadSetting } from './config.js';

/** How many of the latest days, weeks and months that have a backup keep their newest one. */
export interface BackupKeep {
  readonly daily: number;
  readonly weekly: number;
  readonly monthly: number;
}

/** Backups that the product makes automatically. */
export interface BackupSettings {
  /** Absolute path. */
  readonly dir: string;
  /** `HH:MM` in the academy's time zone. */
  readonly at: string;
  readonly keep: BackupKeep;
}

const AT = '02:30';
const KEEP: BackupKeep = { daily: 7, weekly: 4, monthly: 12 };
const MOST_KEPT = 1000;
const SPANS = ['daily', 'weekly', 'monthly'] as const;

/** `BACKUP_DIR`, `BACKUP_AT` and `BACKUP_KEEP`; `null` if no folder is set. */
export function readBackups(read: ReadSetting, env: NodeJS.ProcessEnv, faults: string[]): BackupSettings | null {
  const dir = read<string | null>('BACKUP_DIR', null, (text) => resolve(text), 'a folder');
  const at = read('BACKUP_AT', AT, readTime, "a time of day in the academy's zone, such as 02:30");
  const keep = read('BACKUP_KEEP', KEEP, readKeep, 'how many to keep, such as `7 daily, 4 weekly, 12 monthly`');
  if (dir !== null) return { dir, at, keep };
  for (const name of ['BACKUP_AT', 'BACKUP_KEEP']) {
    if (env[name]?.trim())
      faults.push(`${name} is set and BACKUP_DIR is not: no backup would be made. Set BACKUP_DIR to a folder.`);
  }
  return null;
}

function readTime(text: string): string | null {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? text : null;
}

function readKeep(text: string): BackupKeep | null {
  const keep: Record<(typeof SPANS)[number], number> = { daily: 0, weekly: 0, monthly: 0 };
  const named = new Set<string>();
  for (const part of text.split(',')) {
    const [, count, span] = /^\s*(\d{1,4}) +(daily|weekly|monthly)\s*$/.exec(part) ?? [];
    const known = SPANS.find((one) => one === span);
    if (!known || named.has(known) || Number(count) > MOST_KEPT) return null;
    named.add(known);
    keep[known] = Number(count);
  }
  return keep.daily + keep.weekly + keep.monthly > 0 ? keep : null;
}
