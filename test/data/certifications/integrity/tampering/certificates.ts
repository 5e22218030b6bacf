import { copyRow, event, FORGED_ID, forgery, type Tamper } from './tamper.js';

/** Certificates, their history, seals and bindings. */
export const TAMPERED_CERTIFICATES: readonly Tamper[] = [
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
        // A number is bound once: this binding has one of its own.
        changes: { certificate_id: FORGED_ID, number_tag: 'f'.repeat(64) },
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
];
