import { UnlockAccount } from '../accounts/index.js';
import { makeLogger, readConfig } from '../platform/index.js';
import { createApp } from '../start/app.js';
import { EXIT, type Terminal } from './terminal.js';

/** Removes the second factor of an account whose owner has lost it. Returns the exit code: 1 if there is none. */
export async function unlockCommand(email: string, { env, print, complain }: Terminal): Promise<number> {
  const config = readConfig(env);
  const app = await createApp({ config, logger: makeLogger({ ...config, logLevel: 'silent' }) });
  try {
    const outcome = await app.get(UnlockAccount).execute(email);
    if (outcome === 'unlocked') {
      print(`The second factor of ${email} is removed, and its browsers are signed out. Its owner gets an email.`);
      return EXIT.good;
    }
    complain(
      outcome === 'noAccount'
        ? `There is no account with the email ${email}.`
        : `${email} has no second factor: the password is enough to sign in.`,
    );
    return EXIT.faults;
  } finally {
    await app.close();
  }
}
