import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { schema } from '../../db/schema.js';
import { createApp } from '../start/app.js';
import { BindRegister, VerifyCertificate } from '../certifications/index.js';
import { checkAcademy, checkCopy, type CheckLine, verifyEveryCertificate } from '../operations/index.js';
import {
  type Backup,
  BackupFault,
  Clock,
  type Config,
  demandAuthentic,
  demandMarked,
  demandKnownSchema,
  inMegabytes,
  keyFits,
  makeLogger,
  masterKeyFile,
  migrationNames,
  openBackup,
  openCopy,
  presentKeys,
  readConfig,
  ReadDatabase,
} from '../platform/index.js';
import { Lines } from './lines.js';
import type { Terminal } from './terminal.js';

const PROGRESS_EVERY = 500;

export interface DrillOptions {
  readonly json: boolean;
  /** Where the copy is opened; by default the system's temporary folder. */
  readonly in: string | undefined;
}

/** Restores a backup elsewhere, checks everything, verifies every certificate, and removes the copy. */
export async function drillCommand(given: string, options: DrillOptions, terminal: Terminal): Promise<number> {
  const config = readConfig(terminal.env);
  const lines = new Lines(terminal, options.json);
  const print = (text: string): void => {
    if (!options.json) terminal.print(text);
  };
  const clock = new Clock();
  const begun = clock.now();
  const backup = await openBackup(resolve(given));
  const { manifest } = backup;
  demandKnownSchema(backup, migrationNames(schema));
  print(
    `Backup of ${manifest.address}, made at ${manifest.madeAt} by version ${manifest.product.version}, ${inMegabytes(backup.bytes)}`,
  );
  const hasKey = backupKeyAtHand(backup, config);
  const copy = await openCopy(backup, { config, folder: options.in ?? tmpdir() });
  try {
    lines.add({
      name: 'file',
      outcome: 'ok',
      summary: 'its SHA-256 and its manifest are those that were written',
      details: [],
    });
    await checkOpenedCopy(
      {
        ...config,
        ...copy.place,
        publicUrl: manifest.address,
        masterKey: hasKey ? masterKeyOf(config) : null,
        smtpUrl: null,
        backups: null,
        logLevel: 'silent',
      },
      { backup, lines, print, hasKey },
    );
  } finally {
    await copy.remove();
  }
  const code = lines.end({ file: backup.file, manifest }, hasKey ? [] : ['keys']);
  print(
    hasKey ? '' : 'The master key of this backup is not at hand: whether it opens the stored keys was not checked.',
  );
  print(
    `${code === 0 ? 'The backup is good.' : 'The backup is NOT good.'} The drill took ${((clock.now() - begun) / 1000).toFixed(0)} s; the copy is removed.`,
  );
  return code;
}

interface CopyCheck {
  readonly backup: Backup;
  readonly lines: Lines;
  readonly print: (text: string) => void;
  readonly hasKey: boolean;
}

/**
 * Starts the product itself on the copy, as after a restore, which also migrates an older one. It does not listen and
 * sends nothing.
 */
async function checkOpenedCopy(config: Config, { backup, lines, print, hasKey }: CopyCheck): Promise<void> {
  const app = await createApp({ config, logger: makeLogger(config) });
  try {
    const reads = app.get(ReadDatabase);
    const { query } = reads;
    const upgraded = backup.manifest.schema.migrations < migrationNames(schema).length;
    if (!upgraded) lines.add(await checkCopy(query, backup.manifest.counts));
    const academy = {
      query,
      isPostgres: config.databaseUrl !== null,
      schema,
      keys: hasKey ? presentKeys(config) : null,
      needsKey: false,
      seen: null,
    };
    for await (const line of checkAcademy(academy)) lines.add(line);
    // Without the key that bound the records, only the log confirms them: the copy is bound with a key of its own.
    if (!hasKey) await app.get(BindRegister).execute({ keys: 'all', vouchedFor: 'all', acceptsPutBack: true });
    const verify = app.get(VerifyCertificate);
    const progress = (done: number, total: number): void => {
      if (done % PROGRESS_EVERY === 0) print(`  ${done} of ${total} certificates verified`);
    };
    const { certificates, documents, faults } = await verifyEveryCertificate(
      query,
      (bytes) => verify.byFile(bytes),
      progress,
    );
    lines.add(certificatesLine({ certificates, documents, faults }));
  } finally {
    await app.close();
  }
}

function certificatesLine({
  certificates,
  documents,
  faults,
}: {
  readonly certificates: number;
  readonly documents: number;
  readonly faults: readonly string[];
}): CheckLine {
  const name = 'certificates';
  if (faults.length > 0)
    return {
      name,
      outcome: 'failed',
      summary: `${faults.length} of ${documents} documents are not found as they should be`,
      details: faults,
    };
  return {
    name,
    outcome: 'ok',
    summary: `${documents} documents of ${certificates} certificates verified: signatures, register, log`,
    details: [],
  };
}

/** @throws BackupFault if the present key is not the backup's, or the manifest was changed or has no MAC */
function backupKeyAtHand(backup: Backup, config: Config): boolean {
  const key = presentKeys(config)?.forBackups ?? null;
  const fits = keyFits(backup.manifest, key);
  if (fits === false)
    throw new BackupFault(
      `This key does not open this database: the backup belongs to master key ${backup.manifest.keyFingerprint}, the one at hand is ${key?.fingerprint}.`,
    );
  if (key) demandMarked(backup);
  if (key && fits) demandAuthentic(backup, key);
  return fits === true;
}

function masterKeyOf(config: Config): string {
  return config.masterKey ?? readFileSync(masterKeyFile(config)).toString('hex');
}
