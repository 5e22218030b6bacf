import { Inject, Injectable } from '@nestjs/common';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { CONFIG, type Config, LOGGER } from '../../../platform/index.js';

const FILE = 'register-bound';
const LINE = /^Changes: (\d+)$/m;

/**
 * A file in DATA_DIR, out of reach of whoever has the database alone: it says that the register was bound, and how many
 * changes it had seen. A database that is put back to an earlier moment has fewer.
 */
@Injectable()
export class RegisterMark {
  private readonly file: string;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    @Inject(LOGGER) private readonly log: Logger,
  ) {
    this.file = join(config.dataDir, FILE);
  }

  get isThere(): boolean {
    return existsSync(this.file);
  }

  /** 0: none noted. */
  changes(): number {
    return readRegisterMark(this.file);
  }

  write(changes: number): void {
    try {
      writeMark(this.file, changes);
    } catch (fault) {
      this.log.warn({ err: fault }, `${this.file} could not be written`);
    }
  }
}

/** How many changes of the register this installation has seen; 0 where nothing was noted. */
export function registerChangesSeen({ dataDir }: Pick<Config, 'dataDir'>): number {
  return readRegisterMark(join(dataDir, FILE));
}

/** After a backup was restored on purpose: the register may have fewer changes than were seen here. */
export function forgetRegisterChanges({ dataDir }: Pick<Config, 'dataDir'>): void {
  const file = join(dataDir, FILE);
  if (existsSync(file)) writeMark(file, 0);
}

function readRegisterMark(file: string): number {
  try {
    return Number(LINE.exec(readFileSync(file, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

/** By another name first: a power cut leaves the old one or the new one. */
function writeMark(file: string, changes: number): void {
  const text = `The records of the register are bound. While this file is here no start binds them anew by itself.\nChanges: ${changes}\n`;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
