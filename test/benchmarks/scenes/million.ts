import Database from 'better-sqlite3';
import { join } from 'node:path';
import { BindRegister } from '../../../src/certifications/index.js';
import { canonical } from '../../../src/certifications/core/domain/check-character.js';
import { fingerprint, Keys, newId, newToken } from '../../../src/platform/index.js';
import { graduates } from '../../http/certifications/graduates.js';
import { certificateSteps } from '../../http/certifications/certificate-steps.js';
import { TestAcademy } from '../../support/app.js';
import { bindCopies } from '../bind-copies.js';
import { median, medianPace, type Pace, readingMany } from '../load.js';
import { type Row, row } from '../scene.js';
import { Served } from '../served.js';
import { perSecond } from '../table.js';

const [FEW, MANY] = [1000, 1_000_000];
const ROUNDS = 21;
const SECONDS = 1;
/** Certificates whose pages are requested in turn, spread over all, in an order unrelated to their storage. */
const ASKED = 20_000;
const OWN = 20;
const A_LIST = 90_000;
const AT_ONCE = 50_000;
const TABLES = ['certificate', 'certificate_event', 'certificate_seal', 'certificate_form', 'status_place'] as const;

/**
 * The page behind the QR code, of an academy with few certificates and one with very many, in turns. It builds both.
 */
export async function million(): Promise<Row[]> {
  const academies: TestAcademy[] = [];
  const servers: Served[] = [];
  try {
    const sides: { server: Served; paths: string[]; paces: Pace[] }[] = [];
    for (const size of [FEW, MANY]) {
      const academy = await TestAcademy.open();
      academies.push(academy);
      const paths = await withCertificates(academy, size);
      const server = await Served.product({ path: academy.config.dataDir });
      servers.push(server);
      sides.push({ server, paths, paces: [] });
    }
    for (const { server, paths } of sides) await readingMany(server.origin, { paths, seconds: 3 });
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const { server, paths, paces } of round % 2 === 0 ? sides : [...sides].reverse())
        paces.push(await readingMany(server.origin, { paths, seconds: SECONDS }));
    }
    const [few, many] = sides.map(({ paces }) => paces) as [Pace[], Pace[]];
    const times = median(many.map((one, at) => (few[at]?.perSecond ?? NaN) / one.perSecond));
    return [
      rowOf(FEW, few),
      rowOf(MANY, many),
      row('Certificate `/c/<token>`: time of one of a million beside one of a thousand', `${times.toFixed(2)} times`),
    ];
  } finally {
    for (const server of servers) await server.stop();
    for (const academy of academies) await academy.close();
  }
}

function rowOf(size: number, paces: readonly Pace[]): Row {
  const { perSecond: rate, p50, p99 } = medianPace(paces);
  return row(`Certificate \`/c/<token>\`, any of ${size.toLocaleString('en')}`, perSecond(rate), { p50, p99 });
}

/** Some are issued by the product, the rest are copies of them. Returns the pages of any of them. */
async function withCertificates(academy: TestAcademy, size: number): Promise<string[]> {
  await certificateSteps(() => academy).issue(
    await graduates(academy, {
      names: Array.from({ length: OWN }, (_, at) => ({ name: `王芳${at}`, latinName: 'Wang Fang' })),
      validMonths: null,
    }),
  );
  const database = new Database(join(academy.config.dataDir, 'academy.sqlite'));
  database.pragma('foreign_keys = OFF');
  database.pragma('cache_size = -1000000');
  const more = copies(database);
  // Fill without indexes and recreate them afterwards: a third of the time.
  const indices = database
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN (${TABLES.map((table) => `'${table}'`).join(', ')})`,
    )
    .all();
  if (size > AT_ONCE) for (const { name } of indices) database.exec(`DROP INDEX "${name}"`);
  for (let from = OWN; from < size; from += AT_ONCE) {
    database.transaction(() => {
      for (let at = from; at < Math.min(size, from + AT_ONCE); at += 1) more(at);
    })();
    database.pragma('wal_checkpoint(TRUNCATE)');
  }
  if (size > AT_ONCE) for (const { sql } of indices) database.exec(sql);
  await bindCopies(database, Buffer.from(academy.app.get(Keys).of('certificate register'), 'hex'));
  database.pragma('wal_checkpoint(TRUNCATE)');
  const tokens = database
    .prepare<[number, number], string>(
      'SELECT token FROM (SELECT token FROM certificate WHERE rowid % ? = 0 LIMIT ?) ORDER BY token',
    )
    .pluck()
    .all(Math.max(1, Math.floor(size / ASKED)), ASKED);
  database.close();
  await academy.app.get(BindRegister).execute();
  return tokens.map((token) => `/c/${token}`);
}

type Values = Record<string, unknown>;

/** Writes one more certificate, with its first event, its binding, its status index and a document of a few bytes. */
function copies(database: Database.Database): (at: number) => void {
  const [certificate, event, seal, form, place] = TABLES.map((table) => {
    const model = database.prepare(`SELECT * FROM ${table} LIMIT 1`).get() as Values;
    const insert = database.prepare(
      `INSERT INTO ${table} (${Object.keys(model).join(', ')}) VALUES (${Object.keys(model)
        .map((name) => `@${name}`)
        .join(', ')})`,
    );
    return { model, put: (values: Values) => insert.run({ ...model, ...values }) };
  }) as [Table, Table, Table, Table, Table];
  const { facts, number: first } = certificate.model as { facts: string; number: string };
  return (at) => {
    const [id, number] = [newId(), `JNIT-2026-M${String(at).padStart(7, '0')}`];
    certificate.put({
      id,
      number,
      number_key: canonical(number),
      token: newToken(),
      enrolment_id: null,
      facts: facts.replaceAll(first, number),
    });
    event.put({ id: newId(), certificate_id: id });
    const where = { status_list: 2 + Math.floor(at / A_LIST), status_index: at % A_LIST };
    seal.put({ ...where, certificate_id: id, subject_urn: `urn:uuid:${id}`, credential_hash: fingerprint(id) });
    form.put({ certificate_id: id, bytes: Buffer.from(number), sha256: fingerprint(number), length: number.length });
    place.put(where);
  };
}

interface Table {
  readonly model: Values;
  put(values: Values): unknown;
}
