import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestAcademy } from './app.js';

/** Changes a line of the file that records what the installation has seen of the register. */
export function registerMarkFile({ config }: Pick<TestAcademy, 'config'>): {
  replace(line: string, other: string): Promise<void>;
  without(line: string): Promise<void>;
} {
  const file = join(config.dataDir, 'register-bound');
  const replace = async (line: string, other: string): Promise<void> => {
    const text = await readFile(file, 'utf8');
    if (!text.includes(`${line}\n`)) throw new Error(`There is no line "${line}" in:\n${text}`);
    await writeFile(file, text.replace(`${line}\n`, other));
  };
  return { replace: (line, other) => replace(line, `${other}\n`), without: (line) => replace(line, '') };
}
