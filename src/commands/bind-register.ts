import { createApp } from '../app.js';
import { BindRegister } from '../certifications/index.js';
import { makeLogger, readConfig } from '../platform/index.js';

interface Terminal {
  readonly env: NodeJS.ProcessEnv;
  readonly print: (text: string) => void;
}

/** Binds what is not bound with the present master key. Answers the exit code: 1 where some does not agree with the log and stays unbound. */
export async function bindRegisterCommand({ env, print }: Terminal): Promise<number> {
  const config = readConfig(env);
  const app = await createApp({ config, logger: makeLogger({ ...config, logLevel: 'silent' }) });
  try {
    const { count, withoutDocuments, left } = await app.get(BindRegister).execute();
    print(`Bound        ${count}${withoutDocuments.length > 0 ? `, of which without documents so far: ${withoutDocuments.join(', ')}` : ''}`);
    if (left.length > 0) print(`Not bound    ${left.join(', ')}: they do not agree with the log, or no act has issued them.`);
    return left.length > 0 ? 1 : 0;
  } finally {
    await app.close();
  }
}
