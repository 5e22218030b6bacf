import { createHash } from 'node:crypto';
import { leafHash } from '../../../../../src/certifications/log/log/hashing.js';
import { copyRow, forgery, quoted, type Tamper } from './tamper.js';

/** Receipts, numbers, issues under way, templates, pictures, and the state of the register. */
export const TAMPERED_RECEIPTS_AND_ISSUES: readonly Tamper[] = [
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
    /Certificate template, version 1: its wording, its signatories or its seal/,
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
