import { generateKeyPairSync } from 'node:crypto';
import { signCheckpoint } from '../../../../../src/certifications/log/log/checkpoint.js';
import { aLogSigner } from '../../../../support/log-keys.js';
import { copyRow, FORGED_ID, quoted, type Tamper } from './tamper.js';

const keyRow = (jwk: unknown): Record<string, unknown> => ({
  id: FORGED_ID,
  key_id: 'z6MkForged',
  material: JSON.stringify({ jwk }),
  state: 'retired',
  retired_at: 5,
  sealed_secret: 'AAAA',
});

/** Keys, status lists and the head of the log. */
export const TAMPERED_KEYS_AND_LISTS: readonly Tamper[] = [
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
    'a status list under another number',
    /Status list 7: what was signed is another list/,
    (_, run) => run(`UPDATE status_list SET list = 7`),
  ],
  [
    'places of a status list that are free again',
    /its place in the status list is recorded as free/,
    (_, run) => run(`DELETE FROM status_place`),
  ],
  [
    'the length of a document',
    /the hash or the length noted of its pdf form/,
    (_, run) => run(`UPDATE certificate_form SET length = length + 1 WHERE form = 'pdf'`),
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
    'a key that was taken away',
    /Key .*: its record is gone/,
    (_, run) => run(`DELETE FROM issuer_key WHERE kind = 'assertion' AND state = 'retired'`),
    'unseen',
  ],
];
