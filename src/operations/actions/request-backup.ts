import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestCheckpoint, putBack, REGISTER_MAC, registerSeen } from '../../certifications/index.js';
import { type BackupRequest, type Config, type Manifest, PACKAGE_ROOT, presentKeys } from '../../platform/index.js';

const PUT_BACK =
  'The database was put back to an earlier state: a backup of it would bring back what was revoked since. Run: npm run academy -- verify-log. If it was meant, run: npm run academy -- bind-register --accept-put-back';

export interface BackupInput {
  /** Absolute path. */
  readonly file: string;
  readonly force: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly madeBy: Manifest['madeBy'];
}

/** Everything that a backup process needs to know of this academy. */
export function requestBackup(config: Config, input: BackupInput): BackupRequest {
  const { dataDir, databaseUrl, publicUrl, path } = config;
  return {
    ...input,
    path,
    config: { dataDir, databaseUrl, publicUrl },
    product: productFacts(),
    key: presentKeys(config)?.forBackups ?? null,
    queries: {
      checkpoint: newestCheckpoint.sql,
      register: REGISTER_MAC,
      unfit: { ...putBack(registerSeen(config)), message: PUT_BACK },
    },
  };
}

function productFacts(): Manifest['product'] {
  const { name, version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as Manifest['product'];
  return { name, version };
}
