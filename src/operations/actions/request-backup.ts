import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { newestCheckpoint } from '../../certifications/index.js';
import { type BackupRequest, type Config, type Manifest, PACKAGE_ROOT, presentKeys } from '../../platform/index.js';

export interface BackupInput {
  /** Absolute. */
  readonly file: string;
  readonly force: boolean;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly madeBy: Manifest['madeBy'];
}

/** All that the process which makes a backup needs to know of this academy. */
export function requestBackup(config: Config, wanted: BackupInput): BackupRequest {
  const { dataDir, databaseUrl, publicUrl, path } = config;
  return {
    ...wanted,
    path,
    config: { dataDir, databaseUrl, publicUrl },
    product: productFacts(),
    key: presentKeys(config)?.forBackups ?? null,
    checkpointQuery: newestCheckpoint.sql,
  };
}

function productFacts(): Manifest['product'] {
  const { name, version } = JSON.parse(readFileSync(join(PACKAGE_ROOT, 'package.json'), 'utf8')) as Manifest['product'];
  return { name, version };
}
