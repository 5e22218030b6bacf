import { newId } from '../../../../../src/platform/index.js';
import { nameOf } from '../register-world.js';
import { event, forgery, type Tamper } from './tamper.js';

/** The seventeen that a verifier tried first. */
export const REPORTED: readonly Tamper[] = [
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
