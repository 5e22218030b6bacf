import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { requestBackup } from '../operations/index.js';
import {
  type NewBackup,
  Clock,
  type Config,
  inMegabytes,
  masterKeyFile,
  planBackup,
  readConfig,
  startBackup,
} from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

const PROGRESS = 5_000;

/** Makes a backup of the academy in one file, even while the product runs. */
export async function backupCommand(
  given: string,
  { force }: { readonly force: boolean },
  { env, print }: Terminal,
): Promise<number> {
  const config = readConfig(env);
  const [file, clock] = [resolve(given), new Clock()];
  const begun = clock.now();
  const { size, needed } = await planBackup({ config, file, force });
  print(
    `Backing up ${config.databaseUrl === null ? join(config.dataDir, 'academy.sqlite') : 'the database of DATABASE_URL'}, ${inMegabytes(size)}; up to ${inMegabytes(needed)} are needed while it is made.`,
  );
  const timer = setInterval(() => printProgress(file, { begun, now: clock.now() }, print), PROGRESS);
  try {
    const made = await startBackup(requestBackup(config, { file, force, at: begun, madeBy: 'command' }));
    print(summary(made, { config, seconds: (clock.now() - begun) / 1000 }));
    return EXIT.good;
  } finally {
    clearInterval(timer);
  }
}

/** Until the backup is complete, it is written to temporary files beside the target. */
function printProgress(
  file: string,
  { begun, now }: { readonly begun: number; readonly now: number },
  print: Terminal['print'],
): void {
  const folder = dirname(file);
  const parts = readdirSync(folder)
    .filter((name) => name.startsWith(`${basename(file)}.partial-`))
    .map((name) => join(folder, name));
  const written = parts
    .filter((part) => existsSync(part))
    .reduce((sum, part) => sum + (statSync(part, { throwIfNoEntry: false })?.size ?? 0), 0);
  print(`  ${Math.round((now - begun) / 1000)} s, ${inMegabytes(written)} written`);
}

function summary(
  { file, bytes, manifest }: NewBackup,
  { config, seconds }: { readonly config: Config; readonly seconds: number },
): string {
  const rows = Object.values(manifest.counts).reduce((sum, one) => sum + one, 0);
  return [
    `Backup     ${file}`,
    `Size       ${inMegabytes(bytes)}, made in ${seconds.toFixed(1)} s`,
    `Database   ${manifest.database.kind} ${manifest.database.version}, ${rows} rows in ${Object.keys(manifest.counts).length} tables, schema ${manifest.schema.migration ?? 'none'}`,
    `SHA-256    ${manifest.database.sha256} (of ${manifest.database.file} in it)`,
    `Master key ${manifest.keyFingerprint === null ? 'none at hand' : `${manifest.keyFingerprint} is its fingerprint`}: it is not in the backup.`,
    `           Keep ${config.masterKey === null ? masterKeyFile(config) : 'MASTER_KEY'} elsewhere; without it the backup cannot sign.`,
    `Next       npm run academy -- drill ${file}`,
  ].join('\n');
}
