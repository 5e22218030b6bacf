import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, hkdfSync } from 'node:crypto';
import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config.js';

/**
 * Secrets derived from one master key: `MASTER_KEY`, or a file in `DATA_DIR` that is created at first start and
 * readable by its owner only.
 */
@Injectable()
export class Keys {
  private readonly master: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.master =
      config.masterKey === null ? masterKey(join(config.dataDir, 'keys')) : Buffer.from(config.masterKey, 'hex');
  }

  /** Identifies and authenticates backups. */
  get forBackups(): BackupKey {
    return { fingerprint: this.of('backup fingerprint').slice(0, 16), secret: this.of('backup manifests') };
  }

  /** The secret for one purpose; the same after every start. */
  of(purpose: string): string {
    return Buffer.from(hkdfSync('sha256', this.master, '', purpose, 32)).toString('hex');
  }
}

/** Derived from the master key, which cannot be computed from either value. */
export interface BackupKey {
  /** Identifies the master key; 16 hex digits, not secret. */
  readonly fingerprint: string;
  /** 64 hex digits. */
  readonly secret: string;
}

export function masterKeyFile({ dataDir }: Pick<Config, 'dataDir'>): string {
  return join(dataDir, 'keys', 'master.key');
}

/** The keys for a program beside the product: `null` if there is no master key yet; none is created. */
export function presentKeys(config: Config): Keys | null {
  return config.masterKey === null && !existsSync(masterKeyFile(config)) ? null : new Keys(config);
}

const LENGTH = 32;
const LINKLESS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/** @throws Error if the file exists but is not a key: anything encrypted with an empty key could be read by anybody */
function masterKey(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'master.key');
  if (!existsSync(file)) makeOnce(file);
  const key = readFileSync(file);
  if (key.length !== LENGTH)
    throw new Error(
      `${file} holds ${key.length} bytes instead of ${LENGTH}. Put it back from its backup, or set MASTER_KEY.`,
    );
  return key;
}

/**
 * The file appears under its name only when complete: if two processes create it at once, both read the first one's.
 */
function makeOnce(file: string): void {
  const fresh = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(fresh, randomBytes(LENGTH), { flag: 'wx', mode: 0o600, flush: true });
  try {
    linkSync(fresh, file);
  } catch (fault) {
    const { code = '' } = fault as NodeJS.ErrnoException;
    // Some file systems have no hard links: there, start one process before the others.
    if (LINKLESS.has(code)) renameSync(fresh, file);
    else if (code !== 'EEXIST') throw fault;
  } finally {
    rmSync(fresh, { force: true });
  }
}
