import { createApp } from '../start/app.js';
import { BindRegister } from '../certifications/index.js';
import { makeLogger, readConfig } from '../platform/index.js';
import { EXIT, type Terminal } from './terminal.js';

/**
 * Binds what is not bound with the present master key.
 * Answers the exit code: 1 where some does not agree with the log and stays unbound.
 */
export async function bindRegisterCommand({ env, print }: Terminal): Promise<number> {
  const config = readConfig(env);
  const app = await createApp({ config, logger: makeLogger({ ...config, logLevel: 'silent' }) });
  try {
    const { count, withoutDocuments, left } = await app.get(BindRegister).execute('believe');
    print(
      `Bound        ${count}${withoutDocuments.length > 0 ? `, of which without documents so far: ${withoutDocuments.join(', ')}` : ''}`,
    );
    if (left.length > 0)
      print(
        `Not bound    ${left.join(', ')}: they do not agree with the log, no act has issued them, or a key's parts do not fit.`,
      );
    return left.length > 0 ? EXIT.faults : EXIT.good;
  } finally {
    await app.close();
  }
}
