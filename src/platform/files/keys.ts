import { Inject, Injectable } from '@nestjs/common';
import { randomBytes, hkdfSync } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONFIG, type Config } from '../config.js';

/** Secrets derived from one master key: `MASTER_KEY`, or a file in `DATA_DIR` that is made at first start and readable by its owner only. */
@Injectable()
export class Keys {
  private readonly master: Buffer;

  constructor(@Inject(CONFIG) config: Config) {
    this.master = config.masterKey === null ? masterKey(join(config.dataDir, 'keys')) : Buffer.from(config.masterKey, 'hex');
  }

  /** The secret for one purpose; the same at every start. */
  of(purpose: string): string {
    return Buffer.from(hkdfSync('sha256', this.master, '', purpose, 32)).toString('hex');
  }
}

function masterKey(folder: string): Buffer {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'master.key');
  try {
    writeFileSync(file, randomBytes(32), { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  return readFileSync(file);
}
