import { IsNull } from 'typeorm';
import type { Transaction } from '../../platform/index.js';
import { CourseVersion } from '../data/course-version.entity.js';

/**
 * Holds a version to its word from now on, inside the caller's transaction, which writes the audit line.
 * Frozen already: nothing changes.
 */
export async function freezeVersion(tx: Transaction, versionId: string): Promise<void> {
  await tx.of(CourseVersion).update({ id: versionId, frozenAt: IsNull() }, { frozenAt: tx.now });
}
