import { type Check, failed, type FileForm, ok, type Outcome, type Step, unknown } from '../../core/domain/index.js';

export interface SubmittedFile {
  readonly form: FileForm;
  /** Hex hash of the file, or of the token if the file is a JWT. */
  readonly identity: string;
  /** Hex hash of the credential's canonical (JCS) form; `null` without a credential. */
  readonly contentHash: string | null;
  /** The same statement as the signed credential, word for word or by its signature, in another canonical form. */
  readonly sameStatement: boolean;
  readonly checks: readonly Check[];
}

/** Hashes signed when the certificate was issued. */
export interface SignedHashes {
  readonly contentHash: string;
  readonly files: readonly { readonly form: string; readonly sha256: string }[];
}

const CARRIED: readonly Step[] = ['format', 'whole', 'signature', 'issuerKey'];

/** Whether the bytes are those that were signed. That is proof enough: nobody who signs later can produce them. */
export function isSignedFile(
  { form, identity }: Pick<SubmittedFile, 'form' | 'identity'>,
  signed: SignedHashes,
): boolean {
  return signed.files.some((file) => file.form === form && file.sha256 === identity);
}

/**
 * Whether a file is what was issued. Identical bytes are. Reformatted JSON is if its canonical form is the same and its
 * signature was checked. A PDF, image or token with other bytes is not, even if the credential inside is genuine.
 */
export function unaltered(file: SubmittedFile, signed: SignedHashes): Check {
  if (isSignedFile(file, signed)) return ok('unaltered');
  const { form, contentHash, checks, sameStatement } = file;
  const same = contentHash === signed.contentHash;
  if (form !== 'json') return failed('unaltered', same || sameStatement || form === 'jwt' ? 'printedAnew' : 'differs');
  if (!same) return sameStatement ? unknown('unaltered', 'writtenDifferently') : failed('unaltered', 'differs');
  const outcomes = CARRIED.map((step) => outcomeOf(checks, step));
  if (outcomes.includes('failed')) return failed('unaltered', 'printedAnew');
  return outcomes.every((outcome) => outcome === 'ok')
    ? ok('unaltered', 'otherBytes')
    : unknown('unaltered', 'otherBytes');
}

function outcomeOf(checks: readonly Check[], step: Step): Outcome | null {
  return checks.find((check) => check.step === step)?.outcome ?? null;
}
