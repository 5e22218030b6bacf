import { failed, ok } from './verdict.js';
import type { Check, FileForm, Outcome, Step } from './verification.js';

/** A file as it came. */
export interface CameFile {
  readonly form: FileForm;
  /** Hex, of the bytes as they came. */
  readonly sha256: string;
  /** Hex, of the canonical (JCS) form of the credential in it; `null` where there is none. */
  readonly contentHash: string | null;
  readonly checks: readonly Check[];
}

/** What was sealed when the certificate was issued. */
export interface Sealed {
  readonly contentHash: string;
  readonly files: readonly { readonly form: string; readonly sha256: string }[];
}

const CARRIED: readonly Step[] = ['format', 'whole', 'signature', 'issuerKey'];

/**
 * Whether a file is what was issued. The same bytes are. JSON that was written anew says the same if its canonical form
 * does, and a PDF may differ only while the academy's signature covers all of it; a picture or a token of other bytes
 * is not what was issued, however genuine the credential inside.
 */
export function unaltered({ form, sha256, contentHash, checks }: CameFile, sealed: Sealed): Check {
  if (sealed.files.some((file) => file.form === form && file.sha256 === sha256)) return ok('unaltered');
  if (contentHash !== null && contentHash !== sealed.contentHash && form !== 'jwt') return failed('unaltered', 'differs');
  const sound = CARRIED.every((step) => outcomeOf(checks, step) !== 'failed' && outcomeOf(checks, step) !== 'unknown');
  const sameContent = contentHash === sealed.contentHash && sound;
  return sameContent && (form === 'json' || form === 'pdf') ? ok('unaltered', 'otherBytes') : failed('unaltered', 'printedAnew');
}

function outcomeOf(checks: readonly Check[], step: Step): Outcome | null {
  return checks.find((check) => check.step === step)?.outcome ?? null;
}
