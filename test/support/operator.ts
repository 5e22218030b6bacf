import { commandLine } from '../../src/command-line.js';
import type { Config } from '../../src/platform/index.js';

export interface CommandResult {
  readonly code: number;
  readonly output: string;
  readonly errors: string;
}

/** Runs commands of the command line on an academy with this data folder or database. */
export function commandLineOf(
  place: Pick<Config, 'dataDir' | 'databaseUrl'>,
  settings: Readonly<Record<string, string>> = {},
): (...args: string[]) => Promise<CommandResult> {
  const { dataDir, databaseUrl } = place;
  const env = {
    PATH: process.env['PATH'],
    DATA_DIR: dataDir,
    PUBLIC_URL: 'http://academy.example',
    ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
    ...settings,
  };
  return async (...args) => {
    const [output, errors]: [string[], string[]] = [[], []];
    const code = await commandLine(args, {
      env,
      print: (text) => output.push(text),
      complain: (text) => errors.push(text),
    });
    return { code, output: output.join('\n'), errors: errors.join('\n') };
  };
}
