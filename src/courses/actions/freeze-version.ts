import { IsNull } from 'typeorm';
import type { Transaction } from '../../platform/index.js';
import { CourseVersion } from '../data/course-version.entity.js';

/**
 * Makes a version immutable, inside the caller's transaction; the caller writes the audit entry.
 * Does nothing if the version is already frozen.
 */
export async function freezeVersion(tx: Transaction, versionId: string): Promise<void> {
  await tx.of(CourseVersion).update({ id: versionId, frozenAt: IsNull() }, { frozenAt: tx.now });
}
