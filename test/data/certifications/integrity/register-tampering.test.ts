import type { Sql } from 'sql-template-tag';
import { createHash, generateKeyPairSync } from 'node:crypto';
import { verifyKeysFrom, verifyLog } from '../../../../src/certifications/index.js';
import { leafHash } from '../../../../src/certifications/log/log/hashing.js';
import { signCheckpoint } from '../../../../src/certifications/log/log/checkpoint.js';
import { type Ask, Keys, newId } from '../../../../src/platform/index.js';
import { aLogSigner } from '../../../support/log-keys.js';
import { DATABASE } from '../../../support/database.js';
import { nameOf, type RegisterWorld, registerWorld } from './register-world.js';

const isPostgres = DATABASE === 'PostgreSQL';
type Run = <T = Record<string, unknown>>(text: string) => Promise<T[]>;
type Tamper = readonly [
  what: string,
  names: string | RegExp,
  does: (world: RegisterWorld, run: Run) => Promise<unknown>,
  withoutKey?: 'unseen',
];

const FORGED_ID = '00000000-0000-7000-8000-0000000000ff';
const quoted = (value: unknown): string => (value === null ? 'NULL' : `'${String(value).replaceAll("'", "''")}'`);

/** A copy of a row with some columns changed, as somebody would write it by hand. */
async function copyRow(
  run: Run,
  { table, where, changes }: { table: string; where: string; changes: Record<string, unknown> },
): Promise<void> {
  const [row] = await run(`SELECT * FROM ${table} WHERE ${where} LIMIT 1`);
  const values = { ...row, ...changes };
  await run(
    `INSERT INTO ${table} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).map(quoted).join(', ')})`,
  );
}

const forgery =
  (changes: Record<string, unknown> = {}) =>
  async ({ rows: { valid } }: RegisterWorld, run: Run): Promise<void> => {
    const number = 'JNIT-2026-000999-X';
    const facts = valid.facts.replaceAll(valid.number, number).replace(nameOf(valid), '赵六');
    await copyRow(run, {
      table: 'certificate',
      where: `id = '${valid.id}'`,
      changes: {
        id: FORGED_ID,
        number,
        number_key: 'JN1T2026000999X',
        token: 'Z'.repeat(27),
        enrolment_id: null,
        recipient_name: '赵六',
        facts,
        ...changes,
      },
    });
  };
const event = (kind: string, id: string): string => `certificate_id = '${id}' AND kind = '${kind}'`;

/** The seventeen that a verifier tried first. */
const REPORTED: readonly Tamper[] = [
  [
    'a name in the row',
    /its row was altered \(recipient_name\)/,
    ({ rows }, run) => run(`UPDATE certificate SET recipient_name = '赵六' WHERE id = '${rows.valid.id}'`),
  ],
  [
    'the stored credential',
    /its credential is not the one that was logged/,
    async ({ rows }, run) => {
      const [form] = await run<{ bytes: string }>(
        `SELECT bytes FROM certificate_form WHERE certificate_id = '${rows.valid.id}' AND form = 'json'`,
      );
      const forged = Buffer.from(
        Buffer.from(form!.bytes, 'base64').toString().replace(nameOf(rows.valid), '赵六'),
      ).toString('base64');
      await run(
        `UPDATE certificate_form SET bytes = '${forged}' WHERE certificate_id = '${rows.valid.id}' AND form = 'json'`,
      );
    },
  ],
  [
    'a revocation that was undone',
    /the log says it was revoked, the records do not/,
    ({ rows }, run) => run(`UPDATE certificate SET state = 'valid', revoked_at = NULL WHERE id = '${rows.revoked.id}'`),
  ],
  [
    'the reason of a revocation',
    /the reason of its revocation was altered/,
    ({ rows }, run) => run(`UPDATE certificate SET reason = '自愿放弃' WHERE id = '${rows.revoked.id}'`),
  ],
  [
    'the bytes of a PDF',
    /its pdf form was altered/,
    ({ rows }, run) =>
      run(`UPDATE certificate_form SET bytes = 'JVBERi0=' WHERE certificate_id = '${rows.valid.id}' AND form = 'pdf'`),
  ],
  [
    'the text of an entry',
    /Entry 2 .* was altered/,
    (_, run) => run(`UPDATE log_entry SET text = replace(text, '2026', '2025') WHERE position = 2`),
  ],
  [
    'the order of entries',
    /Entries 1 and 3 have changed places/,
    async (_, run) => {
      for (const [from, to] of [
        [1, -1],
        [3, 1],
        [-1, 3],
      ])
        await run(`UPDATE log_entry SET position = ${to} WHERE position = ${from}`);
    },
  ],
  ['an entry that was taken out', /Entry 2 is gone/, (_, run) => run('DELETE FROM log_entry WHERE position = 2')],
  ['a row that was slipped in', /JNIT-2026-000999-X: no act of this program has issued it/, forgery()],
  [
    'a hash in the tiles',
    /Hash 1 in the tiles of level 0 was altered/,
    (_, run) => run(`UPDATE log_hash SET hash = '${'A'.repeat(43)}=' WHERE level = 0 AND position = 1`),
  ],
  [
    'the last day',
    /its row was altered \(.*expires_on/,
    ({ rows }, run) => run(`UPDATE certificate SET expires_on = '2099-01-01' WHERE id = '${rows.valid.id}'`),
  ],
  [
    'the tail of the log',
    /The head says/,
    async (_, run) => {
      await run('DELETE FROM log_entry WHERE position > 4');
      await run('DELETE FROM log_hash WHERE level = 0 AND position > 4');
      await run('UPDATE log_head SET size = 5');
    },
  ],
  [
    'a certificate that was deleted with its documents',
    /Entry 0: the certificate that it is about .* is gone/,
    async ({ rows: { valid } }, run) => {
      for (const table of ['certificate_form', 'certificate_seal', 'certificate_event', 'certificate_binding'])
        await run(`DELETE FROM ${table} WHERE certificate_id = '${valid.id}'`);
      await run(`DELETE FROM certificate WHERE id = '${valid.id}'`);
    },
  ],
  [
    'the time of a revocation',
    /the time of its revocation was altered/,
    ({ rows }, run) => run(`UPDATE certificate SET revoked_at = 5 WHERE id = '${rows.revoked.id}'`),
  ],
  [
    'the reason in the history',
    /its history says other than its row/,
    ({ rows }, run) =>
      run(`UPDATE certificate_event SET reason = '自愿放弃' WHERE ${event('revoked', rows.revoked.id)}`),
  ],
  [
    'a certificate that was hidden for its holder',
    /whether its holder shows it was altered/,
    ({ rows }, run) =>
      run(
        `INSERT INTO certificate_hiding (id, certificate_id, hidden_at, shown_at) VALUES ('${newId()}', '${rows.valid.id}', 5, NULL)`,
      ),
  ],
  [
    'a place in the status list that was moved, and the list emptied',
    /its place in the status list is not the one/,
    async ({ rows }, run) => {
      await run(
        `UPDATE certificate_seal SET status_index = status_index + 1 WHERE certificate_id = '${rows.revoked.id}'`,
      );
      await run('DELETE FROM status_list');
    },
  ],
];

const keyRow = (jwk: unknown): Record<string, unknown> => ({
  id: FORGED_ID,
  key_id: 'z6MkForged',
  material: JSON.stringify({ jwk }),
  state: 'retired',
  retired_at: 5,
  sealed_secret: 'AAAA',
});

/** Others that reach what strangers are shown, or what will be signed. */
const FURTHER: readonly Tamper[] = [
  [
    'a certificate that was shown against its holder’s will',
    /whether its holder shows it was altered/,
    ({ rows }, run) => run(`UPDATE certificate_hiding SET shown_at = 5 WHERE certificate_id = '${rows.hidden.id}'`),
  ],
  [
    'a hiding that was taken away',
    /whether its holder shows it was altered/,
    ({ rows }, run) => run(`DELETE FROM certificate_hiding WHERE certificate_id = '${rows.hidden.id}'`),
  ],
  [
    'the reason of a replacement',
    /its history was altered/,
    ({ rows }, run) =>
      run(`UPDATE certificate_event SET reason = '作废' WHERE ${event('superseded', rows.replaced.id)}`),
  ],
  [
    'the class of a reason',
    /its history was altered/,
    ({ rows }, run) =>
      run(
        `UPDATE certificate_reason SET reason_class = 'other' WHERE event_id IN (SELECT id FROM certificate_event WHERE ${event('revoked', rows.revoked.id)})`,
      ),
  ],
  [
    'the time of an event',
    /its history was altered/,
    ({ rows }, run) => run(`UPDATE certificate_event SET at = 5 WHERE ${event('issued', rows.valid.id)}`),
  ],
  [
    'an event that was taken away',
    /its history does not say that it was issued/,
    ({ rows }, run) => run(`DELETE FROM certificate_event WHERE ${event('issued', rows.valid.id)}`),
  ],
  [
    'an event that was put in',
    /its history says other than its row/,
    ({ rows }, run) =>
      copyRow(run, {
        table: 'certificate_event',
        where: event('issued', rows.valid.id),
        changes: { id: FORGED_ID, kind: 'revoked', reason: '造假' },
      }),
  ],
  [
    'a replacement that was undone',
    /the log says it was replaced, the records do not/,
    async ({ rows }, run) => {
      await run('DROP INDEX ux_certificate_enrolment_id_achievement_id');
      await run(`UPDATE certificate SET state = 'valid' WHERE id = '${rows.replaced.id}'`);
    },
  ],
  [
    'a successor that was slipped in',
    /the certificate before or after it was altered/,
    ({ rows, ...world }, run) => forgery({ supersedes_id: rows.valid.id })({ rows, ...world }, run),
  ],
  [
    'a certificate that waits for its documents',
    /its row was altered/,
    ({ waiting }, run) => run(`UPDATE certificate SET recipient_name = '赵六' WHERE id = '${waiting.id}'`),
  ],
  [
    'the state of one that waits',
    /its history says other than its row|its state/,
    ({ waiting }, run) =>
      run(`UPDATE certificate SET state = 'revoked', revoked_at = 5, reason = '造假' WHERE id = '${waiting.id}'`),
  ],
  [
    'a row slipped in with a binding of another',
    /JNIT-2026-000999-X: (?:its row was altered|what binds its record)/,
    async (world, run) => {
      await forgery()(world, run);
      await copyRow(run, {
        table: 'certificate_binding',
        where: `certificate_id = '${world.rows.valid.id}'`,
        changes: { certificate_id: FORGED_ID },
      });
      await copyRow(run, {
        table: 'certificate_event',
        where: event('issued', world.rows.valid.id),
        changes: { id: FORGED_ID, certificate_id: FORGED_ID },
      });
    },
  ],
  [
    'a binding that was made anew without the key',
    /what binds its record was not made with the academy’s master key/,
    ({ rows }, run) =>
      run(`UPDATE certificate_binding SET mac = '${'0'.repeat(64)}' WHERE certificate_id = '${rows.valid.id}'`),
    'unseen',
  ],
  [
    'a binding that was taken away',
    /no act of this program has issued it/,
    ({ rows }, run) => run(`DELETE FROM certificate_binding WHERE certificate_id = '${rows.valid.id}'`),
  ],
  [
    'whom a seal is about',
    /its seal is about another person/,
    ({ rows }, run) =>
      run(`UPDATE certificate_seal SET subject_urn = 'urn:uuid:0' WHERE certificate_id = '${rows.valid.id}'`),
  ],
  [
    'the time of a seal',
    /its seal was altered/,
    ({ rows }, run) => run(`UPDATE certificate_seal SET sealed_at = 5 WHERE certificate_id = '${rows.valid.id}'`),
  ],
  [
    'an older status list in the place of the present one',
    /it calls certificate .* valid, which was revoked or replaced/,
    ({ earlyList }, run) => run(`UPDATE status_list SET text = ${quoted(earlyList)}`),
  ],
  [
    'a status list with bits of somebody’s own',
    /Status list 1: it bears no good signature/,
    ({ earlyList }, run) =>
      run(
        `UPDATE status_list SET text = ${quoted(earlyList.replace(/"encodedList":"[^"]+"/, '"encodedList":"uH4sIAAAAAAAAA"'))}`,
      ),
  ],
  [
    'a key that was put in',
    /Key .*#z6MkForged: its record was put in or altered/,
    (_, run) =>
      copyRow(run, {
        table: 'issuer_key',
        where: `kind = 'assertion'`,
        changes: keyRow(generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' })),
      }),
    'unseen',
  ],
  [
    'a compromised key that vouches again',
    /Key .*: its record was put in or altered/,
    (_, run) => run(`UPDATE issuer_key SET state = 'retired', compromised_at = NULL WHERE state = 'compromised'`),
    'unseen',
  ],
  [
    'a public part that was exchanged',
    /Key .*: its record was put in or altered/,
    (_, run) =>
      run(
        `UPDATE issuer_key SET material = (SELECT material FROM issuer_key WHERE kind = 'assertion' AND state = 'retired') WHERE kind = 'assertion' AND state = 'active'`,
      ),
    'unseen',
  ],
  [
    'a head that somebody signed with a key of their own',
    /its record was put in or altered|no good signature/,
    async (_, run) => {
      const signer = aLogSigner();
      const [head] = await run<{ size: number; root: string }>('SELECT size, root FROM log_head');
      await copyRow(run, {
        table: 'issuer_key',
        where: `kind = 'log'`,
        changes: {
          ...keyRow(null),
          key_id: 'log-forged',
          material: JSON.stringify({
            name: signer.name,
            jwk: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(signer.publicKey).toString('base64url') },
          }),
        },
      });
      await run(
        `UPDATE log_head SET checkpoint = ${quoted(signCheckpoint({ size: Number(head!.size), root: Buffer.from(head!.root, 'base64') }, signer))}`,
      );
    },
    'unseen',
  ],
  [
    'a receipt that nobody made',
    /Receipt AAAA-.*: it was put in or altered/,
    ({ receipt }, run) =>
      copyRow(run, {
        table: 'verification_receipt',
        where: `reference = '${receipt}'`,
        changes: { reference: 'AAAA-BBBB-CCCC-DDDD' },
      }),
    'unseen',
  ],
  [
    'the day of a receipt',
    /Receipt .*: it was put in or altered/,
    (_, run) => run('UPDATE verification_receipt SET at = 5'),
    'unseen',
  ],
  [
    'a certificate of which every trace was taken',
    /is recorded as issued, and no certificate has it/,
    async ({ waiting }, run) => {
      for (const table of ['certificate_event', 'certificate_binding', 'certificate_view'])
        await run(`DELETE FROM ${table} WHERE certificate_id = '${waiting.id}'`);
      await run(`DELETE FROM certificate WHERE id = '${waiting.id}'`);
    },
  ],
  [
    'a number that is said to be void',
    /its number is recorded as not issued/,
    ({ rows }, run) =>
      run(`UPDATE drawn_number SET state = 'void', reason = 'refused' WHERE number = '${rows.valid.number}'`),
  ],
  [
    'a number on two certificates',
    /is on more than one certificate/,
    async (world, run) => {
      await run('DROP INDEX ux_certificate_number_key');
      const [row] = await run<{ number_key: string }>(
        `SELECT number_key FROM certificate WHERE id = '${world.rows.valid.id}'`,
      );
      await forgery({ number_key: row!.number_key })(world, run);
    },
  ],
  ['numbers that begin again', /The sequence was set back/, (_, run) => run('UPDATE number_sequence SET next = 2')],
  [
    'the plan of an issue under way',
    /its plan was put in, put back or altered/,
    (_, run) => run(`UPDATE issuance_item SET name = '赵六' WHERE state = 'waiting'`),
    'unseen',
  ],
  [
    'what an issue under way will print',
    /its plan was put in, put back or altered/,
    (_, run) =>
      run(
        `UPDATE issuance SET facts = replace(facts, '云计算', '人工智能') WHERE id IN (SELECT issuance_id FROM issuance_item WHERE state = 'waiting')`,
      ),
    'unseen',
  ],
  [
    'who signs a template',
    /Certificate template, version 1: its signatories or its seal/,
    (_, run) => run(`UPDATE certificate_template SET seal = replace(seal, 'footZh":"', 'footZh":"伪')`),
  ],
  [
    'the bytes of a picture',
    /Picture .*: its bytes are not those/,
    (_, run) =>
      run(
        `INSERT INTO picture (sha256, type, bytes, width, height, created_at) VALUES ('${'a'.repeat(64)}', 'image/png', 'AAAA', 1, 1, 5)`,
      ),
  ],
  [
    'an entry with its hash, and the head signed no more',
    /do not lead to the signed root/,
    async (_, run) => {
      const [entry] = await run<{ text: string }>('SELECT text FROM log_entry WHERE position = 0');
      const forged = entry!.text.replace('2026', '2025');
      await run(`UPDATE log_entry SET text = ${quoted(forged)} WHERE position = 0`);
      await run(
        `UPDATE log_hash SET hash = '${leafHash(Buffer.from(forged)).toString('base64')}' WHERE level = 0 AND position = 0`,
      );
    },
  ],
  [
    'a document of another certificate',
    /its pdf form was altered/,
    async ({ rows }, run) => {
      const [form] = await run<{ bytes: string }>(
        `SELECT bytes FROM certificate_form WHERE certificate_id = '${rows.renewed.id}' AND form = 'pdf'`,
      );
      const sha256 = createHash('sha256').update(Buffer.from(form!.bytes, 'base64')).digest('hex');
      await run(
        `UPDATE certificate_form SET bytes = '${form!.bytes}', sha256 = '${sha256}' WHERE certificate_id = '${rows.valid.id}' AND form = 'pdf'`,
      );
    },
  ],
  [
    'entries that were given to other certificates',
    /its entries are about different credentials|names another credential/,
    ({ rows }, run) => run(`UPDATE log_entry SET certificate_id = '${rows.valid.id}' WHERE kind = 'revoke'`),
  ],
  [
    'the state of the register',
    /The record of the register as a whole is gone/,
    (_, run) => run('DELETE FROM register_state'),
    'unseen',
  ],
  [
    'the number of changes',
    /The record of the register as a whole is gone or was not made/,
    (_, run) => run('UPDATE register_state SET changes = changes + 1000'),
    'unseen',
  ],
  [
    'a key that was taken away',
    /Key .*: its record is gone/,
    (_, run) => run(`DELETE FROM issuer_key WHERE kind = 'assertion' AND state = 'retired'`),
    'unseen',
  ],
  [
    'the end of the log with its head',
    /One of them was put back/,
    async (_, run) => {
      const [head] = await run<{ size: number }>('SELECT size FROM log_head');
      await run(`DELETE FROM log_entry WHERE position = ${Number(head!.size) - 1}`);
      await run(`UPDATE log_head SET size = size - 1`);
    },
    'unseen',
  ],
];

describe(`a register that somebody with the database has been at, on ${DATABASE}`, () => {
  let world: RegisterWorld;

  /** Does it as somebody would who has the database and takes its guards away, verifies, and rolls everything back. */
  async function verified(
    does: (world: RegisterWorld, run: Run) => Promise<unknown>,
    withKey = true,
  ): Promise<readonly string[]> {
    const { write } = world.academy.connections;
    const runner = write.createQueryRunner();
    const run: Run = async <T>(text: string) => (await runner.query(text)) as T[];
    const ask: Ask = async <T>(query: Sql) =>
      (await runner.query(isPostgres ? query.text : query.sql, query.values)) as T[];
    if (!isPostgres) await run('PRAGMA foreign_keys = OFF');
    await runner.startTransaction();
    try {
      if (isPostgres) await run('SET LOCAL session_replication_role = replica');
      else
        for (const { name } of await run<{ name: string }>(`SELECT name FROM sqlite_master WHERE type = 'trigger'`))
          await run(`DROP TRIGGER "${name}"`);
      await does(world, run);
      return (await verifyLog({ ask, isPostgres }, [], withKey ? verifyKeysFrom(world.academy.app.get(Keys)) : null))
        .faults;
    } finally {
      await runner.rollbackTransaction();
      await runner.release();
      if (!isPostgres) await write.query('PRAGMA foreign_keys = ON');
    }
  }

  beforeAll(async () => {
    world = await registerWorld();
  }, 180_000);
  afterAll(() => world.academy.close());

  it('is in order as long as nobody was, with the master key and without', async () => {
    const nothing = (): Promise<void> => Promise.resolve();
    expect(await verified(nothing)).toEqual([]);
    expect(await verified(nothing, false)).toEqual([]);
  });

  for (const [what, names, does, seen] of [...REPORTED, ...FURTHER]) {
    it(`is found out: ${what}`, async () => {
      expect((await verified(does)).join('\n')).toMatch(names);
    });

    if (seen !== 'unseen')
      it(`is found out without the master key: ${what}`, async () => {
        expect((await verified(does, false)).join('\n')).toMatch(names);
      });
  }
});
