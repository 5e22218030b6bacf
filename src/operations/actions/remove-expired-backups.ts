import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { A_DAY, type BackupKey, isAuthentic, LEFTOVER, openBackup } from '../../platform/index.js';
import { expired, type Keep, type KeptBackup } from '../domain/retention.js';

const NAME = /^academy-auto-\d{8}T\d{6}\.tar$/;
const OWN = /^academy-auto-\d{8}T\d{6}\.tar/;

/** The file name of a scheduled backup. @param stamp such as `20260302T023000` */
export function nameOfScheduled(stamp: string): string {
  return `academy-auto-${stamp}.tar`;
}

/**
 * Removes expired backups and the leftovers of interrupted ones. A file counts as the product's own only if both its
 * name, and its manifest under this academy's master key, say so. Returns how many backups were removed.
 */
export async function removeExpiredBackups(
  dir: string,
  { keep, key, now }: { readonly keep: Keep; readonly key: BackupKey; readonly now: number },
): Promise<number> {
  const names = await readdir(dir);
  const own = (
    await Promise.all(names.filter((name) => NAME.test(name)).map((name) => ownBackup(dir, name, key)))
  ).flatMap((one) => one ?? []);
  const gone = expired(own, keep);
  for (const { name } of gone) await rm(join(dir, name));
  for (const name of names.filter((one) => OWN.test(one) && LEFTOVER.test(one.replace(OWN, '')))) {
    const stats = await stat(join(dir, name)).catch(() => null);
    if (stats && now - stats.mtimeMs > A_DAY) await rm(join(dir, name), { force: true });
  }
  return gone.length;
}

async function ownBackup(dir: string, name: string, key: BackupKey): Promise<KeptBackup | null> {
  try {
    const { manifest } = await openBackup(join(dir, name));
    return manifest.madeBy === 'schedule' && isAuthentic(manifest, key)
      ? { name, at: Date.parse(manifest.madeAt) }
      : null;
  } catch {
    // A file that cannot be read is never removed.
    return null;
  }
}
