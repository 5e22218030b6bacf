import { resolve } from 'node:path';
import { schema } from '../../db/schema.js';
import { logOf, noteRestore } from '../certifications/index.js';
import {
  Clock,
  inMegabytes,
  keyFits,
  masterKeyFile,
  migrationNames,
  presentKeys,
  readConfig,
  restoreBackup,
} from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

/** Replaces the academy's database by a backup. */
export async function restoreCommand(
  given: string,
  { force, otherKey }: { readonly force: boolean; readonly otherKey: boolean },
  { env, print }: Terminal,
): Promise<number> {
  const config = readConfig(env);
  const [clock, key] = [new Clock(), presentKeys(config)?.forBackups ?? null];
  const begun = clock.now();
  const { manifest, kept } = await restoreBackup({
    config,
    file: resolve(given),
    force,
    otherKey,
    key,
    migrations: migrationNames(schema),
    at: begun,
  });
  const [origin, entries, root] = manifest.checkpoint?.split('\n') ?? [];
  const log = logOf({ logSize: Number(entries ?? 0), logRoot: root ?? '' });
  noteRestore(config, manifest.registerMac === undefined ? { log } : { log, mac: manifest.registerMac });
  const migrationCount = migrationNames(schema).length;
  print(
    [
      `Restored   ${config.databaseUrl === null ? config.dataDir : 'the database of DATABASE_URL'}, ${inMegabytes(manifest.database.bytes)} in ${((clock.now() - begun) / 1000).toFixed(1)} s`,
      `Made at    ${manifest.madeAt} by version ${manifest.product.version} as ${manifest.address}`,
      origin === undefined
        ? 'Log        not begun'
        : `Log        ${origin}, ${entries} entries. Whoever saw a longer one will notice what is missing (docs/log.md).`,
      ...(kept === null
        ? []
        : [`Before it  the database that stood there is kept as ${kept}; remove it when all is well.`]),
      '',
      'Next:',
      ...keyStep(keyFits(manifest, key), manifest.keyFingerprint, masterKeyFile(config)),
      ...(manifest.schema.migrations < migrationCount
        ? ['  - Start the product once: it brings the older schema up to date.']
        : []),
      '  - npm run academy -- check',
      "  - Start the product, and look at /readyz, today's page and a certificate.",
    ].join('\n'),
  );
  return EXIT.good;
}

function keyStep(fits: boolean | null, fingerprint: string | null, file: string): string[] {
  if (fits === true) return [];
  if (fits === false) {
    return [
      '  - The master key at hand is another one. npm run academy -- bind-register: without it no certificate can be checked.',
      '  - Then rotate the signing keys: nothing is signed before (docs/operations.md).',
    ];
  }
  return [
    `  - Put the master key${fingerprint === null ? '' : ` with fingerprint ${fingerprint}`} in ${file} (mode 600) or MASTER_KEY before the first start: without it another one is made.`,
  ];
}
