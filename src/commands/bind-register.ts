import { createApp } from '../start/app.js';
import { BindRegister } from '../certifications/index.js';
import { makeLogger, readConfig } from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

/**
 * Binds unbound records with the present master key. Returns the exit code: 1 if something stays unbound.
 * @param asked `issued`: numbers of certificates that the operator knows to be as they were issued; `keys`: names of
 * keys that the operator knows to be the academy's and not compromised; `acceptsPutBack`: the operator accepts the
 * database although it differs from the register's state
 */
export async function bindRegisterCommand(
  {
    issued,
    keys,
    acceptsPutBack,
  }: { readonly issued: readonly string[]; readonly keys: readonly string[]; readonly acceptsPutBack: boolean },
  { env, print, complain }: Terminal,
): Promise<number> {
  const config = readConfig(env);
  const app = await createApp({ config, logger: makeLogger({ ...config, logLevel: 'silent' }) });
  try {
    const bound = await app
      .get(BindRegister)
      .execute({ keys: new Set(keys), vouchedFor: new Set(issued), acceptsPutBack });
    const {
      count,
      removed,
      withoutDocuments,
      vouched,
      left,
      unvouched,
      receipts,
      answers,
      outcomes,
      plansLeft,
      keysUnvouched,
    } = bound;
    print(
      [
        `Certificates bound ${count}${withoutDocuments.length > 0 ? `, of which without documents: ${withoutDocuments.join(', ')}` : ''}`,
        `Receipts bound     ${receipts}`,
        `Answers bound      ${answers}`,
        `Outcomes bound     ${outcomes}`,
        ...(removed > 0 ? [`Removed from the log ${removed} rows that belong to no signed entry`] : []),
        ...(bound.isRefused ? [] : bound.differences.map((one) => `Accepted: ${one}`)),
      ].join('\n'),
    );
    if (bound.isRefused) {
      complain(
        [
          'Nothing was bound. The database is not what was stored last with this master key:',
          ...bound.differences.map((one) => `  - ${one}`),
          'Records may have been put back to an earlier state: a certificate that was hidden may be shown, one that was revoked before it had documents may be valid. Restore a backup, or find out what was altered. If the database was put back on purpose, or you know from another source that its records are right: bind-register --accept-put-back',
        ].join('\n'),
      );
      return EXIT.faults;
    }
    const unknown = issued.filter((number) => !vouched.includes(number));
    const complaints = [
      ...(left.length > 0
        ? [
            `Not bound: ${left.join(', ')}. They do not agree with the log, no act has issued them, or a key's parts do not fit.`,
          ]
        : []),
      ...(unvouched.length > 0
        ? [
            `Not bound: ${unvouched.join(', ')}. They have no documents yet, so only their rows speak for them, or what binds them was altered or taken away, for the master key has not changed. Look at each with verify-log. If you know from another source that they are as they were issued: bind-register ${unvouched.map((number) => `--issued ${number}`).join(' ')}`,
          ]
        : []),
      ...(keysUnvouched.length > 0
        ? [
            `Not believed: ${keysUnvouched.join(', ')}. The record of the issuer’s keys is gone or was made anew, so nothing tells whether they are the academy’s and were never declared compromised. If you know it from another source, as a kept did.json or a print of /issuer: bind-register ${keysUnvouched.map((key) => `--key '${key}'`).join(' ')}`,
          ]
        : []),
      ...(plansLeft.length > 0
        ? [
            `${plansLeft.length} issues under way were not believed: what they have not issued yet will be refused. Issue those certificates anew.`,
          ]
        : []),
      ...(unknown.length > 0
        ? [`${unknown.join(', ')}: no certificate of this number had to be bound on somebody’s word.`]
        : []),
    ];
    if (complaints.length === 0) return EXIT.good;
    complain(complaints.join('\n'));
    return EXIT.faults;
  } finally {
    await app.close();
  }
}
