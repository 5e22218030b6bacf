import canonicalizeModule from 'canonicalize';
import { createHash } from 'node:crypto';
import { UnreadableRecord } from '../../../platform/index.js';
import type { CertificateFacts } from '../../core/domain/index.js';

/** The columns of a certificate that never change after issue. */
export interface FrozenRecord {
  readonly id: string;
  readonly number: string;
  readonly numberKey: string;
  readonly token: string;
  readonly enrolmentId: string | null;
  readonly traineeId: string;
  readonly achievementId: string;
  readonly templateVersion: number;
  readonly recipientName: string;
  readonly recipientLatinName: string | null;
  readonly facts: CertificateFacts;
  readonly issuedOn: string;
  readonly expiresOn: string | null;
  readonly issuedAt: number;
  readonly supersedesId: string | null;
}

/** The types declare a default export, which does not exist under Node's ES modules. */
const canonicalize = canonicalizeModule as unknown as (value: unknown) => string | undefined;

/** SHA-256, in hex, of a value's JCS form (RFC 8785). @throws UnreadableRecord if it contains what JSON cannot */
export function jcsHash(value: unknown): string {
  return createHash('sha256').update(jcsOf(value)).digest('hex');
}

function jcsOf(value: unknown): string {
  try {
    return canonicalize(value) ?? '';
  } catch (cause) {
    throw new UnreadableRecord('a stored value has no JCS form', { cause });
  }
}

/**
 * The logged hash of a certificate's row. The row contains the token (160 random bits), so that nobody can guess whose
 * certificate an entry concerns.
 */
export function recordHash(row: FrozenRecord): string {
  const { id, number, numberKey, token, enrolmentId, traineeId, achievementId, templateVersion } = row;
  const { recipientName, recipientLatinName, facts, issuedOn, expiresOn, issuedAt, supersedesId } = row;
  return jcsHash({
    id,
    number,
    numberKey,
    token,
    enrolmentId,
    traineeId,
    achievementId,
    templateVersion,
    recipientName,
    recipientLatinName,
    facts,
    issuedOn,
    expiresOn,
    // What is no number has a hash of its own: the row was altered.
    issuedAt: Number.isFinite(issuedAt) ? issuedAt : String(issuedAt),
    supersedesId,
  });
}
