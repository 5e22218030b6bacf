import { Inject, Injectable } from '@nestjs/common';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { A_SECOND, Clock, CONFIG, type Config, LOGGER } from '../../../platform/index.js';
import {
  hasGoneOn,
  keyCheck,
  NOTHING_SEEN,
  type RegisterState,
  type RestoredRegister,
  type SeenRegister,
} from '../../log/index.js';
import { RegisterKey } from './register-key.js';

const FILE = 'register-bound';
const CHANGES = /^Changes: (\d+)$/m;
const EPOCH = /^Epoch: ([0-9a-f-]{36})$/m;
const UNBOUND = /^Unbound answers: (\d+)$/m;
const KEY = /^Key: ([0-9a-f]{16})$/m;
const UPGRADING = 'Upgrading: yes';
const RESTORED = /^Restored: (.+)$/m;
const NO_STATE = 'none';
const RESTORED_MAC = /^Restored state: ([0-9a-f]{64}|none)$/m;

/**
 * A file in DATA_DIR, out of reach of anybody with only the database. It records the register's epoch and number of
 * changes. A database that was rolled back has fewer changes, or another epoch.
 */
@Injectable()
export class RegisterMark {
  private readonly file: string;
  private current: SeenRegister;
  private noted: SeenRegister;
  private notedAt = 0;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'dataDir'>,
    @Inject(LOGGER) private readonly log: Logger,
    private readonly clock: Clock,
    private readonly key: RegisterKey,
  ) {
    this.file = join(config.dataDir, FILE);
    this.current = this.noted = readRegisterMark(this.file);
  }

  get isThere(): boolean {
    return existsSync(this.file);
  }

  /** What is from before there were bindings is being bound, or was until a start was killed. */
  get isUpgrading(): boolean {
    return this.current.upgrading === true;
  }

  /** Whether the register was bound with the present master key when it was seen last; `null`: that was not noted. */
  get isKeyTheSame(): boolean | null {
    const { key } = this.current;
    return key === undefined ? null : key === keyCheck(this.key.bytes);
  }

  get seen(): SeenRegister {
    return this.current;
  }

  /** Records the state in which the register was read or written; saved at once, or at the next `note`. */
  saw(state: RegisterState): void {
    if (!hasGoneOn(state, this.current)) return;
    this.current = this.seenIn(state);
    if (Math.abs(this.clock.now() - this.notedAt) >= A_SECOND) this.note();
  }

  /** Only this process writes the file, so no database lock can block it. */
  note(): void {
    const { changes, epoch, key } = this.current;
    if (changes === this.noted.changes && epoch === this.noted.epoch && key === this.noted.key) return;
    this.write();
  }

  readAgain(): void {
    this.current = this.noted = readRegisterMark(this.file);
  }

  beginUpgrade(): void {
    this.current = { ...NOTHING_SEEN, upgrading: true };
    this.write();
  }

  /** An operator, or a start, has accepted the register as it is. */
  restart(state: RegisterState): void {
    this.current = { ...this.seenIn(state), upgrading: false };
    this.write();
  }

  /** The number of unbound answers can only fall. */
  countUnbound(count: number): void {
    const unbound = Math.min(count, this.current.unbound ?? count);
    if (unbound === this.current.unbound) return;
    this.current = { ...this.current, unbound };
    this.write();
  }

  private seenIn({ changes, epochs }: RegisterState): SeenRegister {
    const { unbound, upgrading = false } = this.current;
    const key = keyCheck(this.key.bytes);
    const known = { epoch: epochs.at(-1) ?? null, changes, upgrading, key };
    return { ...known, ...(unbound === undefined ? {} : { unbound }) };
  }

  private write(): void {
    try {
      writeMark(this.file, this.current);
      [this.noted, this.notedAt] = [this.current, this.clock.now()];
    } catch (fault) {
      this.log.warn({ err: fault }, `${this.file} could not be written`);
    }
  }
}

/** The register as this installation last saw it. */
export function registerSeen({ dataDir }: Pick<Config, 'dataDir'>): SeenRegister {
  return readRegisterMark(join(dataDir, FILE));
}

/**
 * Call it after a deliberate restore: the register may have fewer changes than were seen. The next start begins a new
 * epoch on this backup and on no other database, so that the abandoned database is not mistaken for the register.
 * Needed in a new folder as well: records of a backup are never bound automatically.
 * @param restored as the manifest of the backup describes it
 */
export function noteRestore({ dataDir }: Pick<Config, 'dataDir'>, restored: RestoredRegister): void {
  mkdirSync(dataDir, { recursive: true });
  writeMark(join(dataDir, FILE), { ...NOTHING_SEEN, restored });
}

function readRegisterMark(file: string): SeenRegister {
  try {
    const text = readFileSync(file, 'utf8');
    const [unbound, log, mac, key] = [UNBOUND, RESTORED, RESTORED_MAC, KEY].map((line) => line.exec(text)?.[1]);
    return {
      epoch: EPOCH.exec(text)?.[1] ?? null,
      changes: Number(CHANGES.exec(text)?.[1] ?? 0),
      upgrading: text.split('\n').includes(UPGRADING),
      ...(unbound === undefined ? {} : { unbound: Number(unbound) }),
      ...(log === undefined
        ? {}
        : { restored: mac === undefined ? { log } : { log, mac: mac === NO_STATE ? null : mac } }),
      ...(key === undefined ? {} : { key }),
    };
  } catch {
    return NOTHING_SEEN;
  }
}

function restoredLines({ log, mac }: RestoredRegister): string[] {
  return [`Restored: ${log}`, ...(mac === undefined ? [] : [`Restored state: ${mac ?? NO_STATE}`])];
}

/** By another name first: a power cut leaves the old one or the new one. */
function writeMark(file: string, { epoch, changes, unbound, ...seen }: SeenRegister): void {
  const lines = [
    'The records of the register are bound. While this file is here no start binds them anew by itself.',
    ...(seen.upgrading ? [UPGRADING] : []),
    ...(epoch === null ? [] : [`Epoch: ${epoch}`]),
    ...(unbound === undefined ? [] : [`Unbound answers: ${unbound}`]),
    ...(seen.restored === undefined ? [] : restoredLines(seen.restored)),
    ...(seen.key === undefined ? [] : [`Key: ${seen.key}`]),
    `Changes: ${changes}`,
  ];
  const text = `${lines.join('\n')}\n`;
  writeFileSync(`${file}.new`, text, { mode: 0o600, flush: true });
  renameSync(`${file}.new`, file);
}
