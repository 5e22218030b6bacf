import type { Database } from 'better-sqlite3';
import { frozenRecordOf, registerRecords } from '../../src/certifications/binding/data/register-records.js';
import { bindState } from '../../src/certifications/log/log/bound-record.js';
import { entryText } from '../../src/certifications/log/log/entry.js';
import { recordHash } from '../../src/certifications/log/log/record.js';
import type { QueryFunction } from '../../src/platform/index.js';

const AT_ONCE = 500;

/**
 * Gives certificates that were copied row by row what their page requires: an entry of the log and the record's
 * binding. Afterwards `BindRegister` has to write the state of the whole register anew.
 */
export async function bindCopies(database: Database, key: Uint8Array): Promise<void> {
  const query: QueryFunction = <Row>({ sql, values }: Parameters<QueryFunction>[0]) =>
    Promise.resolve(database.prepare(sql).all(...values) as Row[]);
  const next = database
    .prepare<[string], string>(
      `
    SELECT id FROM certificate WHERE id > ? AND NOT EXISTS (SELECT 1 FROM certificate_binding b WHERE b.certificate_id = certificate.id) ORDER BY id LIMIT ${AT_ONCE}`,
    )
    .pluck();
  const entry = database.prepare(
    'INSERT INTO log_entry (position, certificate_id, kind, credential_hash, at, text) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const binding = database.prepare(
    'INSERT INTO certificate_binding (certificate_id, act, acted_at, record, parts, mac) VALUES (?, ?, ?, ?, ?, ?)',
  );
  let position = database.prepare<[], number>('SELECT COUNT(*) FROM log_entry').pluck().get() ?? 0;
  for (let ids = next.all(''); ids.length > 0; ids = next.all(ids.at(-1) ?? '')) {
    const records = await registerRecords(query, ids);
    database.transaction(() => {
      for (const one of records) {
        const [record, at] = [recordHash(frozenRecordOf(one)), one.frozen.issuedAt];
        const { act, actedAt, parts, mac } = bindState(key, one.bound, { act: 'issuance', actedAt: at, record });
        binding.run(one.id, act, actedAt, record, parts, mac);
        const credentialHash = one.credentialHash ?? '';
        entry.run(
          position,
          one.id,
          'issue',
          credentialHash,
          at,
          entryText({ kind: 'issue', credentialHash, at, record }),
        );
        position += 1;
      }
    })();
  }
  database.prepare('UPDATE log_head SET size = ?').run(position);
}
