import { lstat, open, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { partialName } from './archive.js';
import { BackupFault } from './backup-fault.js';

const MAGIC = 'ustar';
const MAGIC_AT = 257;

/** @throws BackupFault if no backup can be written under this name. Checked first, because a backup takes minutes. */
export async function demandTarget(file: string, force: boolean): Promise<void> {
  const folder = dirname(file);
  const [there, around] = await Promise.all([statOf(file), statOf(folder)]);
  if (there?.isDirectory())
    throw new BackupFault(
      `${file} is a folder. Name the file that the backup shall be written to, such as ${file}/academy.backup.`,
    );
  if (there && !there.isFile())
    throw new BackupFault(`${file} is no file that a backup could replace. Choose another name.`);
  if (there && !force)
    throw new BackupFault(`${file} is there already. Choose another name, or give --force to replace it.`);
  if (there && there.size > 0 && !(await isArchive(file)))
    throw new BackupFault(`${file} is no backup, so --force does not replace it. Choose another name.`);
  if (!around) throw new BackupFault(`There is no folder ${folder}. Make it first, or choose another.`);
  if (!around.isDirectory()) throw new BackupFault(`${folder} is no folder. Choose another name.`);
  await demandWritable(file);
}

/** Whether it is a POSIX tar archive, as backups are. Neither a database nor a key file is one. */
async function isArchive(file: string): Promise<boolean> {
  const handle = await open(file, 'r');
  try {
    const magic = Buffer.alloc(MAGIC.length);
    await handle.read(magic, 0, MAGIC.length, MAGIC_AT);
    return magic.toString('latin1') === MAGIC;
  } finally {
    await handle.close();
  }
}

/** Only creating a file shows whether it is possible: permissions, read-only disks and quotas can all prevent it. */
async function demandWritable(file: string): Promise<void> {
  const trial = partialName(file);
  try {
    await (await open(trial, 'wx', 0o600)).close();
  } catch (fault) {
    throw new BackupFault(
      `${file} cannot be written (${(fault as NodeJS.ErrnoException).code}). Choose another place or name, or let this user write there.`,
    );
  } finally {
    await rm(trial, { force: true }).catch(() => undefined);
  }
}

async function statOf(path: string) {
  try {
    return await stat(path);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    // A dangling symbolic link counts as existing.
    if (code === 'ENOENT' || code === 'ENOTDIR') return await lstat(path).catch(() => null);
    throw new BackupFault(`${path} cannot be looked at (${code}). Choose another place or name.`);
  }
}
