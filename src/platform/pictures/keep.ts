import sql from 'sql-template-tag';
import type { QueryFunction, Transaction } from '../database/index.js';
import type { CleanPicture } from './clean-picture.js';
import { StoredPicture } from './picture.entity.js';

/** Stores a picture under its key; `false` if it is already stored. */
export async function storePicture(
  tx: Transaction,
  { sha256, type, bytes, width, height }: CleanPicture,
): Promise<boolean> {
  if (await pictureIsStored(tx.query, sha256)) return false;
  await tx.of(StoredPicture).insert({ sha256, type, bytes, width, height, createdAt: tx.now });
  return true;
}

/** Whether a picture is stored under the key (SHA-256, hex). */
export async function pictureIsStored(query: QueryFunction, sha256: string): Promise<boolean> {
  const rows = await query(sql`SELECT sha256 AS "sha256" FROM picture WHERE sha256 = ${sha256}`);
  return rows.length > 0;
}
