import Database from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { OwnRegisterWriter } from '../../../src/certifications/binding/actions/own-register-writer.js';
import { appendToLog } from '../../../src/certifications/log/data/append-to-log.js';
import { logProofOf } from '../../../src/certifications/log/data/log-proof.js';
import { readRegister } from '../../../src/certifications/log/data/register-state.js';
import { boundKeysOf } from '../../../src/certifications/log/log/register-state.js';
import { entriesOf, logHead } from '../../../src/certifications/log/data/log-reads.js';
import { BindRegister, IssuerKeys } from '../../../src/certifications/index.js';
import { signCheckpoint } from '../../../src/certifications/log/log/checkpoint.js';
import { Frontier } from '../../../src/certifications/log/log/frontier.js';
import { leafHash } from '../../../src/certifications/log/log/hashing.js';
import type { NoteSigner } from '../../../src/certifications/log/log/note.js';
import { levelOfHeight } from '../../../src/certifications/log/log/tiles.js';
import { fingerprint, ReadDatabase } from '../../../src/platform/index.js';
import { graduates } from '../../http/certifications/graduates.js';
import { type Row as Certified, certificateSteps } from '../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../support/app.js';
import { type Row, row } from '../scene.js';

const SIZES = [1000, 1_000_000];
const ROUNDS = 50;

/**
 * The log as it grows: appending and signing one event in its own transaction, and one proof. It builds its own
 * academies.
 */
export async function log(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const academy = await TestAcademy.open();
    try {
      const { issue, certificatesOf } = certificateSteps(() => academy);
      const scenario = await graduates(academy, {
        names: Array.from({ length: ROUNDS + 2 }, () => ({ name: '王芳' })),
      });
      await issue(scenario);
      const { log: signer } = await academy.app.get(IssuerKeys).ready();
      fill(join(academy.config.dataDir, 'academy.sqlite'), size, signer);
      await academy.app.get(BindRegister).execute();
      rows.push(...(await measured(academy, { size, signer, certificates: await certificatesOf(scenario) })));
    } finally {
      await academy.close();
    }
  }
  return rows;
}

async function measured(
  academy: TestAcademy,
  { size, signer, certificates }: { size: number; signer: NoteSigner; certificates: readonly Certified[] },
): Promise<Row[]> {
  const count = size.toLocaleString('en');
  const reads = academy.app.get(ReadDatabase);
  const [register, keys] = [academy.app.get(OwnRegisterWriter), academy.app.get(IssuerKeys)];
  const { state } = await readRegister(reads.query, register.key);
  const { name, publicKey } = signer;
  const sign = (text: Uint8Array): Uint8Array => signer.sign(text);
  const logSigner = { name, publicKey, sign, boundKeys: boundKeysOf(state ?? { keys: {} }) };
  const append = await timed(certificates, ({ id }) =>
    academy.write(async (tx) => {
      await appendToLog(tx, { signer: logSigner, keys, register }, [
        { certificateId: id, kind: 'revoke', credentialHash: fingerprint(id) },
      ]);
      tx.withoutAudit('a benchmark');
    }),
  );
  const proof = await timed(certificates, async ({ id }) => {
    const [head, entries] = [await logHead(reads.query), await entriesOf(reads.query, [id])];
    const entry = entries.find(({ kind }) => kind === 'revoke')!;
    const signed = { size: head?.size ?? 0, checkpoint: head?.checkpoint ?? '' };
    return logProofOf(reads.query, entry, signed);
  });
  return [
    row(`Log of ${count}: one event appended, signed and stored`, `${append.toFixed(1)} ms`),
    row(`Log of ${count}: one proof`, `${proof.toFixed(1)} ms`),
  ];
}

/** Made-up entries, to give the log the requested length. */
function fill(file: string, size: number, signer: NoteSigner): void {
  const database = new Database(file);
  database.pragma('foreign_keys = OFF');
  const entry = database.prepare(
    "INSERT INTO log_entry (position, certificate_id, kind, credential_hash, at, text) VALUES (?, ?, 'issue', ?, 1, ?)",
  );
  const hash = database.prepare('INSERT INTO log_hash (level, position, hash) VALUES (?, ?, ?)');
  const head = database.prepare('SELECT size, edge FROM log_head').get() as { size: number; edge: string };
  const frontier = Frontier.of(
    head.size,
    (JSON.parse(head.edge) as string[]).map((hash) => Buffer.from(hash, 'base64')),
  );
  database.transaction(() => {
    for (let position = head.size; position < size; position += 1) {
      const id = randomUUID();
      entry.run(position, id, fingerprint(id), id);
      for (const filled of frontier.add(leafHash(Buffer.from(id)))) {
        const level = levelOfHeight(filled.height);
        if (level !== null) hash.run(level, filled.index, filled.hash.toString('base64'));
      }
    }
    const edge = JSON.stringify(frontier.hashes.map((one) => one.toString('base64')));
    database
      .prepare('UPDATE log_head SET size = ?, root = ?, edge = ?, checkpoint = ?, at = 1')
      .run(size, frontier.root.toString('base64'), edge, signCheckpoint({ size, root: frontier.root }, signer));
  })();
  database.close();
}

/** The median, without the first two. */
async function timed<Thing>(things: readonly Thing[], act: (thing: Thing) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (const thing of things) {
    const began = performance.now();
    await act(thing);
    times.push(performance.now() - began);
  }
  return times.slice(2).sort((a, b) => a - b)[Math.floor((times.length - 2) / 2)] ?? NaN;
}
