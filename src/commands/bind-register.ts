import { createApp } from '../start/app.js';
import { BindRegister } from '../certifications/index.js';
import { makeLogger, readConfig } from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

/**
 * Binds what is not bound with the present master key.
 * Answers the exit code: 1 where something stays unbound.
 * @param issued numbers of certificates without documents of which the operator knows that they were issued
 */
export async function bindRegisterCommand(
  issued: readonly string[],
  { env, print, complain }: Terminal,
): Promise<number> {
  const config = readConfig(env);
  const app = await createApp({ config, logger: makeLogger({ ...config, logLevel: 'silent' }) });
  try {
    const { count, withoutDocuments, left, unvouched, receipts, answers, plansLeft } = await app
      .get(BindRegister)
      .execute({ unopenedKeys: 'believe', vouchedFor: new Set(issued) });
    print(
      [
        `Certificates bound ${count}${withoutDocuments.length > 0 ? `, of which without documents: ${withoutDocuments.join(', ')}` : ''}`,
        `Receipts bound     ${receipts}`,
        `Answers bound      ${answers}`,
      ].join('\n'),
    );
    const unknown = issued.filter((number) => !withoutDocuments.includes(number));
    const complaints = [
      ...(left.length > 0
        ? [
            `Not bound: ${left.join(', ')}. They do not agree with the log, no act has issued them, or a key's parts do not fit.`,
          ]
        : []),
      ...(unvouched.length > 0
        ? [
            `Not bound: ${unvouched.join(', ')}. They have no documents yet, so only their rows speak for them. If you know from another source that they were issued: bind-register ${unvouched.map((number) => `--issued ${number}`).join(' ')}`,
          ]
        : []),
      ...(plansLeft.length > 0
        ? [
            `${plansLeft.length} issues under way were not believed: what they have not issued yet will be refused. Issue those certificates anew.`,
          ]
        : []),
      ...(unknown.length > 0
        ? [`${unknown.join(', ')}: no certificate of this number had to be bound without documents.`]
        : []),
    ];
    if (complaints.length === 0) return EXIT.good;
    complain(complaints.join('\n'));
    return EXIT.faults;
  } finally {
    await app.close();
  }
}
