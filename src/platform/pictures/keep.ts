import sql from 'sql-template-tag';
import type { Transaction } from '../database/index.js';
import type { CleanPicture } from './clean-picture.js';
import { StoredPicture } from './picture.entity.js';

/** Keeps a picture under its key; `false` where it is kept already. */
export async function storePicture(
  tx: Transaction,
  { sha256, type, bytes, width, height }: CleanPicture,
): Promise<boolean> {
  const [known] = await tx.query(sql`SELECT sha256 AS "sha256" FROM picture WHERE sha256 = ${sha256}`);
  if (known) return false;
  await tx.of(StoredPicture).insert({ sha256, type, bytes, width, height, createdAt: tx.now });
  return true;
}
