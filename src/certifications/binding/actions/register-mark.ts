import { Inject, Injectable } from '@nestjs/common';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { CONFIG, type Config, LOGGER } from '../../../platform/index.js';
import type { SeenRegister } from '../../log/index.js';

const FILE = 'register-bound';
const CHANGES = /^Changes: (\d+)$/m;
const EPOCH = /^Epoch: ([0-9a-f-]{36})$/m;
const RESTORED = /^Restored: (.+)$/m;

/**
 * A file in DATA_DIR, out of reach of whoever has the database alone: it says that the register was bound, in which
 * epoch, and how many changes it had seen. A database that is put back to an earlier moment has fewer, or another
 * epoch.
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

  seen(): SeenRegister {
    return readRegisterMark(this.file);
  }

  write(seen: SeenRegister): void {
    try {
      writeMark(this.file, seen);
    } catch (fault) {
      this.log.warn({ err: fault }, `${this.file} could not be written`);
    }
  }
}

/** The register as this installation has seen it last. */
export function registerSeen({ dataDir }: Pick<Config, 'dataDir'>): SeenRegister {
  return readRegisterMark(join(dataDir, FILE));
}

/**
 * After a backup was restored on purpose: the register may have fewer changes than were seen here. The next start
 * begins a new epoch on it, and on no other database, so that what was left behind is not taken for this register. In
 * a new folder as well: nothing that a backup holds is bound by itself.
 * @param log the backup's, as `logOf` writes it
 */
export function noteRestore({ dataDir }: Pick<Config, 'dataDir'>, log: string): void {
  mkdirSync(dataDir, { recursive: true });
  writeMark(join(dataDir, FILE), { ...NOTHING_SEEN, restored: log });
}

const NOTHING_SEEN: SeenRegister = { epoch: null, changes: 0 };

function readRegisterMark(file: string): SeenRegister {
  try {
    const text = readFileSync(file, 'utf8');
    const restored = RESTORED.exec(text)?.[1];
    return {
      epoch: EPOCH.exec(text)?.[1] ?? null,
      changes: Number(CHANGES.exec(text)?.[1] ?? 0),
      ...(restored === undefined ? {} : { restored }),
    };
  } catch {
    return NOTHING_SEEN;
  }
}

/** By another name first: a power cut leaves the old one or the new one. */
function writeMark(file: string, { epoch, changes, restored }: SeenRegister): void {
  const lines = [
    'The records of the register are bound. While this file is here no start binds them anew by itself.',
    ...(epoch === null ? [] : [`Epoch: ${epoch}`]),
    ...(restored === undefined ? [] : [`Restored: ${restored}`]),
    `Changes: ${changes}`,
  ];
  const text = `${lines.join('\n')}\n`;
  writeFileSync(`${file}.new`, text, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
